package io.referralflow.port;

import io.referralflow.staff.EmployeeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// The lists under several ids of one person as one list. Its cursor holds a place for each id.
///
/// @param <T> what the lists hold
public final class OwnLists<T> {

  private static final String SEPARATOR = ".";
  private static final String BEGINNING = "";

  /// No cursor of a list holds this.
  private static final String END = "~";

  private final List<EmployeeId> ids;
  private final BiFunction<EmployeeId, Page.Request, Page<T>> lists;
  private final Comparator<T> order;

  /// The lists of a person.
  ///
  /// @param lists reads a page of the list of an id
  /// @param order in which each of the lists is; what it calls equal stays as the lists have it
  public OwnLists(
      List<EmployeeId> ids,
      BiFunction<EmployeeId, Page.Request, Page<T>> lists,
      Comparator<T> order) {
    this.ids = List.copyOf(ids);
    this.lists = lists;
    this.order = order;
  }

  /// Something on the list of an id.
  private record Place<T>(int list, T item) {}

  public Page<T> page(Page.Request request) {
    return ids.size() == 1 ? lists.apply(ids.getFirst(), request) : merged(request);
  }

  private Page<T> merged(Page.Request request) {
    var cursors = request.cursor().map(this::cursors).orElseGet(this::beginnings);
    var pages =
        IntStream.range(0, ids.size())
            .mapToObj(list -> read(list, request.limit(), cursors.get(list)))
            .toList();
    var taken =
        IntStream.range(0, ids.size())
            .boxed()
            .flatMap(list -> pages.get(list).items().stream().map(item -> new Place<>(list, item)))
            .sorted(Comparator.comparing(Place::item, order))
            .limit(request.limit())
            .toList();
    var next = new ArrayList<String>();
    for (var list = 0; list < ids.size(); list++) {
      next.add(after(list, pages.get(list), count(taken, list), cursors.get(list)));
    }
    return new Page<>(
        taken.stream().map(Place::item).toList(),
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

  private Page<T> read(int list, int limit, String cursor) {
    return cursor.equals(END)
        ? new Page<>(List.of(), Optional.empty())
        : lists.apply(
            ids.get(list),
            new Page.Request(limit, Optional.of(cursor).filter(it -> !it.equals(BEGINNING))));
  }

  private int count(List<Place<T>> taken, int list) {
    return (int) taken.stream().filter(place -> place.list() == list).count();
  }

  /// Where a list goes on of which a page took some.
  private String after(int list, Page<T> page, int count, String before) {
    if (count == page.items().size()) {
      return page.next().orElse(END);
    }
    return count == 0 ? before : read(list, count, before).next().orElse(END);
  }
}
