package io.referralflow.submission;

import io.referralflow.port.BadCursor;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.staff.EmployeeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The referrals under several ids of one person as one list, newest first. Its cursor holds a
/// place for each id.
final class OwnLists {

  private static final String SEPARATOR = ".";
  private static final String BEGINNING = "";

  /// No cursor of a list holds this.
  private static final String END = "~";

  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.<Place, Snapshot>comparing(
              Place::snapshot,
              Comparator.comparing((Snapshot each) -> each.referral().particulars().submittedAt())
                  .thenComparing(each -> each.referral().id().value()))
          .reversed();

  private final Referrals referrals;
  private final List<EmployeeId> ids;

  OwnLists(Referrals referrals, List<EmployeeId> ids) {
    this.referrals = referrals;
    this.ids = ids;
  }

  /// One referral of the list of an id.
  private record Place(int list, Snapshot snapshot) {}

  Page<Snapshot> page(Page.Request request) {
    var cursors = request.cursor().map(this::cursors).orElseGet(() -> beginnings());
    var pages =
        IntStream.range(0, ids.size())
            .mapToObj(list -> read(list, request.limit(), cursors.get(list)))
            .toList();
    var taken =
        IntStream.range(0, ids.size())
            .boxed()
            .flatMap(
                list -> pages.get(list).items().stream().map(snapshot -> new Place(list, snapshot)))
            .sorted(NEWEST_FIRST)
            .limit(request.limit())
            .toList();
    var next = new ArrayList<String>();
    for (var list = 0; list < ids.size(); list++) {
      next.add(after(list, pages.get(list), count(taken, list), cursors.get(list)));
    }
    return new Page<>(
        taken.stream().map(Place::snapshot).toList(),
        next.stream().allMatch(END::equals)
            ? Optional.empty()
            : Optional.of(String.join(SEPARATOR, next)));
  }

  private List<String> beginnings() {
    return ids.stream().map(_ -> BEGINNING).toList();
  }

  private List<String> cursors(String joined) {
    var cursors = List.of(joined.split("\\.", -1));
    if (cursors.size() != ids.size()) {
      throw new BadCursor();
    }
    return cursors;
  }

  private Page<Snapshot> read(int list, int limit, String cursor) {
    return cursor.equals(END)
        ? new Page<>(List.of(), Optional.empty())
        : referrals.ownedBy(
            ids.get(list),
            new Page.Request(limit, Optional.of(cursor).filter(it -> !it.equals(BEGINNING))));
  }

  private static int count(List<Place> taken, int list) {
    return (int) taken.stream().filter(place -> place.list() == list).count();
  }

  /// Where a list goes on of which a page took some.
  private String after(int list, Page<Snapshot> page, int count, String before) {
    if (count == page.items().size()) {
      return page.next().orElse(END);
    }
    return count == 0 ? before : read(list, count, before).next().orElse(END);
  }
}
