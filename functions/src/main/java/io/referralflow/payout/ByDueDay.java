package io.referralflow.payout;

import io.referralflow.port.BadCursor;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.Payout;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pages of payouts that are worked out anew with each read, oldest due day first. A cursor is the
/// place of the last one shown, so that one which left the list meanwhile moves nothing.
final class ByDueDay {

  private static final Pattern CURSOR = Pattern.compile("\\d{4}-\\d{2}-\\d{2}_[A-Za-z0-9]+_\\d+");

  private final Page.Request request;

  /// @throws BadCursor if the request's cursor is none of ours
  ByDueDay(Page.Request request) {
    if (request.cursor().filter(cursor -> !CURSOR.matcher(cursor).matches()).isPresent()) {
      throw new BadCursor();
    }
    this.request = request;
  }

  Page<Payout> of(Stream<Payout> all) {
    var after = request.cursor();
    var rest =
        all.filter(payout -> after.map(cursor -> place(payout).compareTo(cursor) > 0).orElse(true))
            .sorted(Comparator.comparing(ByDueDay::place))
            .limit(request.limit() + 1L)
            .toList();
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, Optional.empty());
    }
    var part = rest.subList(0, request.limit());
    return new Page<>(part, Optional.of(place(part.getLast())));
  }

  private static String place(Payout payout) {
    return payout.dueOn() + "_" + payout.referral().value() + "_" + payout.instalment();
  }
}
