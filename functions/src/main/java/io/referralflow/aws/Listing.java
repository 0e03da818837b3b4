package io.referralflow.aws;

import io.referralflow.hire.HrNumber;
import io.referralflow.points.OrderId;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A row's place in one of the table's lists: which list, and where in it. Lists lag a moment
/// behind the table, so nothing is decided on them.
public record Listing(String key, String order) {

  /// A list that grows with what is stored and waits is cut into this many, so that writing never
  /// hits one partition of the index alone.
  private static final int SHARDS = 4;

  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// Sorts behind every place of a list that is ordered by time.
  public static final String END = "~";

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private static final String WORK = "work";
  private static final String QUESTIONS = "question";
  private static final String PAYOUTS_RELEASED = "payout-released";
  private static final String PAYOUTS_PAID = "payout-paid";
  private static final String ERASURES = "erasure";
  private static final String OPEN_ORDERS = "order-open";
  private static final String FAILURES = "failure";
  private static final String ENTRIES = "entry";
  private static final String RECOGNITIONS = "recognition";
  private static final String VACANCIES = "vacancy";
  private static final String COLLEAGUES = "colleague";
  private static final String INVITED = "outside-referrer";
  private static final String REPORTS_OPEN = "report-open";
  private static final String REPORTS_UNMATCHED = "report-unmatched";
  private static final String BRAKE_CHANGES = "brake";
  private static final String PERSON_ROWS = "person-end";
  private static final String WAITS = "wait-";
  private static final String NOTICES = "outbox-";
  private static final String POST = "post";
  private static final String ANNOUNCEMENT = "announcement-";

  /// A moment as a text that sorts as moments do; all that lie beyond the year 9999 are one.
  public static String sortable(Instant at) {
    return SORTABLE.format(at.isBefore(END_OF_TIME) ? at : END_OF_TIME);
  }

  /// A referrer's own referrals, by the moment of submission. Stands in an index of its own.
  public static Listing owned(EmployeeId referrer, Instant submittedAt, ReferralId id) {
    return new Listing(owned(referrer), ordered(submittedAt, id.value()));
  }

  public static String owned(EmployeeId referrer) {
    return referrer.value();
  }

  /// Somebody's entries of points, by moment. Stands in the same index.
  public static Listing entry(EmployeeId who, Instant at, Key row) {
    return new Listing(pointsEntries(who), ordered(at, row.sk()));
  }

  /// No id of a sign-in has a space, so that no list is another's.
  public static String pointsEntries(EmployeeId who) {
    return "points " + who.value();
  }

  /// Somebody's orders, by moment. Stands in the same index.
  public static Listing ordered(EmployeeId who, Instant at, OrderId id) {
    return new Listing(orders(who), ordered(at, id.value()));
  }

  public static String orders(EmployeeId who) {
    return "orders " + who.value();
  }

  /// Orders that are to be delivered, by moment.
  public static Listing openOrder(Instant at, OrderId id) {
    return new Listing(openOrders(), ordered(at, id.value()));
  }

  public static String openOrders() {
    return OPEN_ORDERS;
  }

  /// Referrals that wait for a person, by the moment since when.
  public static Listing work(Instant since, ReferralId id) {
    return new Listing(work(), ordered(since, id.value()));
  }

  public static String work() {
    return WORK;
  }

  /// Referrals that are held, by the moment since when.
  public static Listing question(Instant since, ReferralId id) {
    return new Listing(questions(), ordered(since, id.value()));
  }

  public static String questions() {
    return QUESTIONS;
  }

  /// Released instalments, by the promised day.
  public static Listing payout(boolean paid, LocalDate promisedOn, ReferralId id, int instalment) {
    return new Listing(payouts(paid), promisedOn + " " + id.value() + " " + instalment);
  }

  /// Sorts before every payout that is promised for a day.
  public static String promisedFrom(LocalDate day) {
    return day + " ";
  }

  /// Sorts behind every payout that is promised for a day.
  public static String promisedUntil(LocalDate day) {
    return day + " ~";
  }

  public static String payouts(boolean paid) {
    return paid ? PAYOUTS_PAID : PAYOUTS_RELEASED;
  }

  /// The place behind all instalments that are promised by a day.
  public static String promisedBy(LocalDate day) {
    return day.plusDays(1).toString();
  }

  /// Candidates' data, by the moment by which it must be gone.
  public static Listing erasure(Instant by, ReferralId id) {
    return new Listing(erasures(), ordered(by, id.value()));
  }

  public static String erasures() {
    return ERASURES;
  }

  public static Listing failure(Instant at, String id) {
    return new Listing(failures(), ordered(at, id));
  }

  public static String failures() {
    return FAILURES;
  }

  /// What was done to the brake, in the order of its versions.
  public static Listing brakeChange(Instant at, long version) {
    return new Listing(brakeChanges(), String.format(Locale.ROOT, "%09d ", version) + sortable(at));
  }

  public static String brakeChanges() {
    return BRAKE_CHANGES;
  }

  public static Listing entry(Instant enteredAt, String eventId) {
    return new Listing(entries(), ordered(enteredAt, eventId));
  }

  public static String entries() {
    return ENTRIES;
  }

  /// What was prepared for managers and is not done, by the last day before it is escalated.
  public static Listing recognition(LocalDate escalateAfter, ReferralId id) {
    return new Listing(recognitions(), escalateAfter + " " + id.value());
  }

  public static String recognitions() {
    return RECOGNITIONS;
  }

  /// Vacancies, by title without regard to case.
  public static Listing vacancy(Vacancy vacancy) {
    return new Listing(
        vacancies(), vacancy.title().toLowerCase(Locale.ROOT) + "\n" + vacancy.id().value());
  }

  public static String vacancies() {
    return VACANCIES;
  }

  /// Everybody in HR's directory, by HR number; those who were invited from outside by themselves.
  public static Listing colleague(HrNumber number) {
    return new Listing(number.isInvited() ? invited() : colleagues(), number.value());
  }

  public static String invited() {
    return INVITED;
  }

  public static String colleagues() {
    return COLLEAGUES;
  }

  /// Reports that nobody looked at yet, or that belong to no referral, by the moment of storing.
  public static Listing report(boolean looked, Instant storedAt, HrNumber employee) {
    return new Listing(reports(looked), ordered(storedAt, employee.value()));
  }

  public static String reports(boolean looked) {
    return looked ? REPORTS_UNMATCHED : REPORTS_OPEN;
  }

  /// What is known of persons, by the moment at which it is forgotten.
  public static Listing personRow(Instant until) {
    return new Listing(personRows(), sortable(until));
  }

  public static String personRows() {
    return PERSON_ROWS;
  }

  /// Waits, by the moment by which something must have happened.
  public static Listing wait(ReferralId id, Instant wakeAt) {
    return new Listing(WAITS + shard(id), ordered(wakeAt, id.value()));
  }

  public static List<String> waits() {
    return shards(WAITS);
  }

  /// Notices that are not sent, by the moment at which upkeep looks at them.
  public static Listing notice(ReferralId id, long number, Instant lookAt) {
    return new Listing(NOTICES + shard(id), ordered(lookAt, id.value()) + " " + number);
  }

  public static List<String> notices() {
    return shards(NOTICES);
  }

  /// Mails of the programme that are not sent, by the moment at which upkeep looks at them.
  public static Listing post(String noticeId, Instant lookAt) {
    return new Listing(post(), ordered(lookAt, noticeId));
  }

  public static String post() {
    return POST;
  }

  /// Mails that told of a version of the terms, or were to, by the ids of their notices.
  public static Listing announcement(int version, String noticeId) {
    return new Listing(announcement(version), noticeId);
  }

  public static String announcement(int version) {
    return ANNOUNCEMENT + version;
  }

  /// Sorts behind every place whose moment is not after this one.
  public static String until(Instant moment) {
    return sortable(moment) + "~";
  }

  /// The same row at another moment of its list, which is ordered by time.
  public Listing at(Instant moment) {
    return new Listing(key, ordered(moment, order.substring(order.indexOf(' ') + 1)));
  }

  private static String ordered(Instant at, String id) {
    return sortable(at) + " " + id;
  }

  private static int shard(ReferralId id) {
    return Math.floorMod(id.value().hashCode(), SHARDS);
  }

  private static List<String> shards(String list) {
    return IntStream.range(0, SHARDS).mapToObj(shard -> list + shard).toList();
  }
}
