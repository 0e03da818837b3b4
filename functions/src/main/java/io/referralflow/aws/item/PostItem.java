package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.hire.HrNumber;
import io.referralflow.message.ProgrammeNotice;
import io.referralflow.message.ProgrammeNotice.TermsRound.Readers;
import io.referralflow.points.OrderId;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A mail of the programme, the row `POST#id / MAIL`. It lives as a notice of a referral does, see
/// [NoticeItem], and bears the same marks; the table's stream carries it to the outbox while
/// `state` is `ready`.
public final class PostItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  private static final String KIND = "kind";
  private static final String ACTION_ENDED = "action-ended";
  private static final String PROGRAMME = "programme";
  private static final String ENDS_ON = "endsOn";
  private static final String PAY_RUN_CLOSED = "pay-run-closed";
  private static final String PAY_DAY = "payDay";
  private static final String CUT_OFF = "cutOff";
  private static final String ORDER_PLACED = "order-placed";
  private static final String ORDER_DELIVERED = "order-delivered";
  private static final String ORDER = "order";
  private static final String TERMS_CHANGED = "terms-changed";
  private static final String TERMS_ROUND = "terms-round";
  private static final String VERSION = "version";
  private static final String NUMBER = "number";
  private static final String ACCOUNT = "account";
  private static final String READERS = "readers";
  private static final String PAGE = "page";
  private static final String CURSOR = "cursor";

  /// What goes from a row when it is done, beside its place in the list: where a page of people
  /// began.
  private static final List<String> DONE = List.of(CURSOR);

  private static final List<String> DONE_AND_UNLISTED =
      Stream.concat(Attributes.LISTED.stream(), DONE.stream()).toList();

  private PostItem() {}

  /// A new notice for the stream; upkeep looks at it only if that fails.
  ///
  /// @param lookAt when upkeep looks at it
  public static Attributes toItem(ProgrammeNotice notice, Instant dueAt, Instant lookAt) {
    return content(notice)
        .key(Key.post(notice.id()))
        .listed(Listing.post(notice.id(), lookAt))
        .number(SCHEMA, SCHEMA_NUMBER)
        .text(ID, notice.id())
        .text(NoticeItem.STATE, NoticeItem.READY)
        .number(NoticeItem.ATTEMPT, 0)
        .text(NoticeItem.DUE_AT, Listing.sortable(dueAt));
  }

  private static Attributes content(ProgrammeNotice notice) {
    return switch (notice) {
      case ProgrammeNotice.ActionEnded(var action, var endsOn) ->
          Attributes.none()
              .text(KIND, ACTION_ENDED)
              .text(PROGRAMME, action.value())
              .day(ENDS_ON, endsOn);
      case ProgrammeNotice.PayRunClosed(var payDay, var cutOff) ->
          Attributes.none().text(KIND, PAY_RUN_CLOSED).day(PAY_DAY, payDay).day(CUT_OFF, cutOff);
      case ProgrammeNotice.OrderPlaced(var order) ->
          Attributes.none().text(KIND, ORDER_PLACED).text(ORDER, order.value());
      case ProgrammeNotice.OrderDelivered(var order) ->
          Attributes.none().text(KIND, ORDER_DELIVERED).text(ORDER, order.value());
      case ProgrammeNotice.TermsChanged(var version, var number, var account) ->
          Attributes.none()
              .text(KIND, TERMS_CHANGED)
              .number(VERSION, version)
              .text(NUMBER, number.map(HrNumber::value))
              .text(ACCOUNT, account.map(EmployeeId::value));
      case ProgrammeNotice.TermsRound(var version, var readers, var page, var cursor) ->
          Attributes.none()
              .text(KIND, TERMS_ROUND)
              .number(VERSION, version)
              .constant(READERS, readers)
              .number(PAGE, page)
              .text(CURSOR, cursor);
    };
  }

  /// Where the row of a notice is listed when it is done: mails that tell of terms are counted.
  public static Optional<Listing> listedWhenDone(ProgrammeNotice notice) {
    return notice instanceof ProgrammeNotice.TermsChanged changed
        ? Optional.of(Listing.announcement(changed.version(), changed.id()))
        : Optional.empty();
  }

  /// What goes from the row of a notice when it is done.
  public static List<String> goneWhenDone(ProgrammeNotice notice) {
    return listedWhenDone(notice).isPresent() ? DONE : DONE_AND_UNLISTED;
  }

  /// The id of a notice, also where nothing else of it can be read.
  public static Optional<String> idIfAny(Attributes item) {
    return item.textIfAny(ID);
  }

  /// The same of a row's texts by name.
  static Optional<String> id(Map<String, String> texts) {
    return Optional.ofNullable(texts.get(ID));
  }

  public static ProgrammeNotice fromItem(Attributes item) {
    return switch (item.text(KIND)) {
      case ACTION_ENDED ->
          new ProgrammeNotice.ActionEnded(new ProgrammeId(item.text(PROGRAMME)), item.day(ENDS_ON));
      case PAY_RUN_CLOSED -> new ProgrammeNotice.PayRunClosed(item.day(PAY_DAY), item.day(CUT_OFF));
      case ORDER_PLACED -> new ProgrammeNotice.OrderPlaced(new OrderId(item.text(ORDER)));
      case ORDER_DELIVERED -> new ProgrammeNotice.OrderDelivered(new OrderId(item.text(ORDER)));
      case TERMS_CHANGED ->
          new ProgrammeNotice.TermsChanged(
              item.count(VERSION),
              item.textIfAny(NUMBER).map(HrNumber::new),
              item.textIfAny(ACCOUNT).map(EmployeeId::new));
      case TERMS_ROUND ->
          new ProgrammeNotice.TermsRound(
              item.count(VERSION),
              item.constant(READERS, Readers.class),
              item.count(PAGE),
              item.textIfAny(CURSOR));
      case String other -> throw Unreadable.type("mail of the programme", other);
    };
  }
}
