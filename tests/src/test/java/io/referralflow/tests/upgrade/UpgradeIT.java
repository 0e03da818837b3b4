package io.referralflow.tests.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Mailer.Handover;
import io.referralflow.port.Page;
import io.referralflow.port.Programmes;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.tests.smallscope.Campaign;
import io.referralflow.tests.upgrade.Snapshot.How;
import io.referralflow.tests.upgrade.Tale.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Every release's referrals, cut in the middle of their lives in every state, go on under the code
/// of today: loaded as they were stored, at the moment of the cut, with no execution left, they
/// come to the end that their tale says, with the money that it says.
///
/// With `-Dsnapshots.record=<release>` the code of today records its own first.
class UpgradeIT {

  private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "snapshots");

  /// Of the referrals of a release `make test` continues one in so many, of every tale and state;
  /// the campaign continues all.
  private static final int ONE_IN = Integer.getInteger("snapshots.one.in", 4);

  /// Most of a call is waiting for DynamoDB Local.
  private static final int STAGES = 3;

  private static final String BEGINNING = "2026-03-02T09:00";
  private static final Instant END = World.moment("2026-09-30T12:00");
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final Duration A_WEEK = Duration.ofDays(8);

  /// A moment of somebody's life.
  private record Moment(Instant at, int order, Runnable deed) {}

  @BeforeAll
  static void record() {
    var release = System.getProperty("snapshots.record", "");
    if (!release.isEmpty()) {
      new Recording(SNAPSHOTS.resolve(release)).make();
    }
  }

  static List<Path> releases() throws IOException {
    try (var releases = Files.list(SNAPSHOTS)) {
      return releases.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void continues_what_a_release_left_behind(Path release) {
    var recorded = Snapshot.read(release);
    var snapshots = recorded.stream().filter(each -> each.number() % ONE_IN == 0).toList();
    var programme = Snapshot.programme(release);
    try (var stages = Executors.newFixedThreadPool(STAGES)) {
      var all =
          IntStream.range(0, STAGES)
              .mapToObj(part -> part(snapshots, part))
              .map(part -> CompletableFuture.runAsync(() -> goOn(programme, part), stages))
              .toList();
      all.forEach(CompletableFuture::join);
    }

    assertThat(states(snapshots).keySet())
        .as("every state")
        .containsExactly(
            "already-known",
            "completed",
            "declined",
            "expired",
            "held",
            "hire-cancelled",
            "hired",
            "hiring",
            "invited",
            "left",
            "not-eligible",
            "probation",
            "rejected",
            "screening",
            "withdrawn");
    assertThat(snapshots.stream().map(Snapshot::tale).distinct())
        .as("every tale")
        .hasSameSizeAs(recorded.stream().map(Snapshot::tale).distinct().toList());
    assertThat(recorded).hasSizeGreaterThanOrEqualTo(1_000);
    Campaign.report(Map.of("snapshots", snapshots.size()));
  }

  private static List<Snapshot> part(List<Snapshot> snapshots, int part) {
    return snapshots.stream().filter(each -> each.number() / ONE_IN % STAGES == part).toList();
  }

  /// Some snapshots in a company of their own.
  private static void goOn(List<Map<String, AttributeValue>> programme, List<Snapshot> snapshots) {
    var stage = new Stage(BEGINNING);
    stage.load(programme);
    var moments = new ArrayList<Moment>();
    for (var snapshot : snapshots) {
      var told = new Told(stage.world(), snapshot.number());
      told.id = new ReferralId(snapshot.referral());
      moments.add(new Moment(snapshot.at(), snapshot.number(), () -> stage.load(snapshot.rows())));
      for (var step :
          snapshot.tale().steps.subList(snapshot.after(), snapshot.tale().steps.size())) {
        var at = World.moment(step.at());
        moments.add(
            new Moment(
                at.isBefore(snapshot.at()) ? snapshot.at() : at,
                snapshot.number(),
                () -> step.deed().happens(told)));
      }
    }
    play(stage, moments);
    stage.goTo(END);

    snapshots.forEach(snapshot -> check(stage, snapshot));
    assertThat(stage.failures()).allMatch("payout promise-near"::equals);
  }

  private static void play(Stage stage, List<Moment> moments) {
    moments.sort(Comparator.comparing(Moment::at).thenComparingInt(Moment::order));
    for (var moment : moments) {
      stage.goTo(moment.at());
      moment.deed().run();
      stage.carry();
    }
  }

  private static void check(Stage stage, Snapshot snapshot) {
    var id = new ReferralId(snapshot.referral());
    var name = snapshot.tale() + " after " + snapshot.after() + " " + snapshot.how();
    assertThat(StateName.of(stage.referral(id))).as(name).isEqualTo(snapshot.tale().end);
    var ledger = stage.ledger(id);
    assertThat(ledger.stream().sorted(Comparator.comparing(LedgerEntry::at)).map(UpgradeIT::told))
        .as(name)
        .containsExactlyInAnyOrderElementsOf(snapshot.tale().ledger);
    for (var entry : ledger) {
      if (entry instanceof LedgerEntry.Released released) {
        var due = released.dueOn().atStartOfDay(Programme.ZONE).toInstant();
        assertThat(released.at()).as(name).isBetween(due, due.plus(A_DAY));
      }
    }
    assertThat(stage.rows(List.of(Key.head(id).pk())))
        .as("mails of %s", name)
        .filteredOn(row -> Attributes.of(row).text("sk").startsWith("OUTBOX#"))
        .extracting(row -> Attributes.of(row).text("state"))
        .isNotEmpty()
        .isSubsetOf("sent", "dropped");
  }

  private static String told(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Released(var number, _, var amount, var dueOn, _) ->
          "released " + number + " " + amount.amount() + " due " + dueOn;
      case LedgerEntry.Paid(var number, _, var amount, var paidOn, _) ->
          "paid " + number + " " + amount.amount() + " on " + paidOn;
      case LedgerEntry.Cancelled(var number, _, var amount, _) ->
          "cancelled " + number + " " + amount.amount();
      case LedgerEntry.Revived(var number, _, var amount, _) ->
          "revived " + number + " " + amount.amount();
      case LedgerEntry.PutOnHold held -> "on hold " + held.instalment();
      case LedgerEntry.TakenOffHold resumed -> "off hold " + resumed.instalment();
      case LedgerEntry.Corrected right ->
          "corrected " + right.instalment() + " to " + right.amount().amount();
    };
  }

  /// The states in which the referrals were cut.
  private static Map<String, Long> states(List<Snapshot> snapshots) {
    var states = new TreeMap<String, Long>();
    for (var snapshot : snapshots) {
      snapshot.rows().stream()
          .map(Attributes::of)
          .filter(row -> row.text("sk").equals("HEAD"))
          .filter(row -> row.key().referral().value().equals(snapshot.referral()))
          .forEach(row -> states.merge(row.text("type"), 1L, Long::sum));
    }
    return states;
  }

  /// Tells every tale up to each of its steps and keeps the rows.
  private static final class Recording {
    private final Path release;
    private final Stage stage = new Stage(BEGINNING);
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private int number;

    Recording(Path release) {
      this.release = release;
      copy(stage.world().store().programmes(), stage.world().ports().programmes());
    }

    private static void copy(Programmes from, Programmes to) {
      var by = People.PETRA.id();
      var at = World.moment("2026-03-01T09:00");
      from.terms(at).ifPresent(terms -> assertThat(to.publish(terms, by)).isTrue());
      from.settings().ifPresent(settings -> to.save(settings, by, at));
      for (var vacancy : from.vacancies(new Page.Request(100, Optional.empty())).items()) {
        assertThat(to.save(vacancy, by, at)).isTrue();
      }
    }

    void make() {
      var programme = stage.everything();
      var kept = Files.exists(release) ? Snapshot.read(release) : List.<Snapshot>of();
      passOverThoseOf(kept);
      for (var tale : Tale.values()) {
        for (var after = 1; after <= tale.steps.size(); after++) {
          for (var how : How.values()) {
            if (isCut(tale, after, how) && kept.stream().noneMatch(is(tale, after, how))) {
              tell(tale, after, how);
            }
          }
        }
      }
      play(stage, moments);
      Snapshot.write(release, programme, snapshots);
    }

    /// Names and receipt numbers go on after those of what is kept.
    private void passOverThoseOf(List<Snapshot> kept) {
      number = kept.stream().mapToInt(Snapshot::number).max().orElse(0);
      var referrals =
          kept.stream()
              .flatMap(snapshot -> snapshot.rows().stream())
              .map(Attributes::of)
              .filter(row -> row.text("sk").equals("HEAD"))
              .map(row -> row.key().referral().value().replaceAll("[^0-9]", ""))
              .mapToInt(Integer::parseInt)
              .max()
              .orElse(0);
      for (var i = 0; i < referrals; i++) {
        var _ = stage.world().ports().ids().nextReferral();
        var _ = stage.world().ports().referrals().nextReceiptNumber();
      }
    }

    private static Predicate<Snapshot> is(Tale tale, int after, How how) {
      return each -> each.tale() == tale && each.after() == after && each.how() == how;
    }

    /// Where only time passes nothing is on its way; a week is only waited for where nothing
    /// happens in it.
    private static boolean isCut(Tale tale, int after, How how) {
      var step = tale.steps.get(after - 1);
      return switch (how) {
        case AT_REST, A_DAY_LATER -> true;
        case STREAM_LOST, MAIL_UNKNOWN, MAIL_PUT_BACK, MAILS_LOST -> step.acts();
        case A_WEEK_LATER ->
            after == tale.steps.size()
                || World.moment(step.at())
                    .plus(A_WEEK)
                    .isBefore(World.moment(tale.steps.get(after).at()));
      };
    }

    private void tell(Tale tale, int after, How how) {
      var told = new Told(stage.world(), ++number);
      for (var i = 0; i < after; i++) {
        var step = tale.steps.get(i);
        var isLast = i == after - 1;
        moments.add(
            new Moment(
                World.moment(step.at()),
                told.number,
                () -> {
                  step.deed().happens(told);
                  if (isLast) {
                    cut(told, tale, after, how);
                  }
                }));
      }
      if (how == How.A_DAY_LATER || how == How.A_WEEK_LATER) {
        moments.add(
            new Moment(
                World.moment(tale.steps.get(after - 1).at())
                    .plus(how == How.A_DAY_LATER ? A_DAY : A_WEEK),
                told.number,
                () -> keep(told, tale, after, how)));
      }
    }

    private void cut(Told told, Tale tale, int after, How how) {
      switch (how) {
        case STREAM_LOST -> keep(told, tale, after, how);
        case AT_REST -> {
          stage.carry();
          keep(told, tale, after, how);
        }
        case MAIL_UNKNOWN -> {
          stage.world().postbox().answerNext(new Handover.Unknown("answer lost"));
          stage.carry();
          keep(told, tale, after, how);
        }
        case MAIL_PUT_BACK -> {
          stage.world().postbox().answerNext(new Handover.TryLater("throttled"));
          stage.carry();
          keep(told, tale, after, how);
        }
        case MAILS_LOST -> {
          stage.carryWithoutMails();
          keep(told, tale, after, how);
        }
        case A_DAY_LATER, A_WEEK_LATER -> {}
      }
    }

    private void keep(Told told, Tale tale, int after, How how) {
      var seals = stage.world().ports().seals();
      var partitions =
          Stream.of(
                  Stream.of(told.id, told.rivals)
                      .filter(id -> !id.equals(Told.NOBODYS))
                      .flatMap(id -> Stream.of(Key.head(id).pk(), Key.candidate(id).pk())),
                  Stream.of(told.address, told.rightAddress)
                      .map(address -> Key.person(seals.person(new Email(address))).pk()),
                  Stream.of(told.hrNumber, told.referrer.employee().hrNumber().orElseThrow())
                      .map(hrNumber -> Key.reported(new HrNumber(hrNumber)).pk()),
                  Stream.of(told.referrer, told.rival).map(who -> Key.employee(who.id()).pk()),
                  told.events.stream().map(event -> Key.event("com.example.hr", event).pk()))
              .flatMap(keys -> keys)
              .toList();
      snapshots.add(
          new Snapshot(
              told.number,
              tale,
              after,
              how,
              stage.world().now(),
              told.id.value(),
              stage.rows(partitions)));
    }
  }

  /// A newer release wrote to one referral what this one does not know, and was rolled back.
  @Test
  void rolled_back_to_leaves_alone_what_it_does_not_know_and_goes_on_when_it_is_known_again()
      throws IOException {
    var release = releases().getFirst();
    var stage = new Stage(BEGINNING);
    stage.load(Snapshot.programme(release));
    var hired =
        Snapshot.read(release).stream()
            .filter(each -> each.tale() == Tale.PAID && each.after() == 4)
            .filter(each -> each.how() == How.AT_REST || each.how() == How.STREAM_LOST)
            .toList();
    var known = hired.getFirst();
    var unknown = hired.getLast();
    stage.goTo(known.at());
    stage.load(known.rows().stream().map(row -> with(row, "nickname", "S")).toList());
    var newer = unknown.rows().stream().map(row -> with(row, "schema", "N")).toList();
    stage.load(newer);

    var faults = new ArrayList<String>();
    while (stage.world().now().isBefore(World.moment("2026-05-02T12:00"))) {
      try {
        stage.goTo(World.moment("2026-05-02T12:00"));
      } catch (IllegalStateException fault) {
        faults.add(String.valueOf(fault.getMessage()));
        stage.carry();
      }
    }
    assertThat(faults).contains("This version knows no referral of schema 2").hasSizeLessThan(70);
    assertThat(stage.failures()).contains("record fault");
    assertThat(stage.ledger(new ReferralId(known.referral()))).hasSize(1);
    assertThat(stage.ledger(new ReferralId(unknown.referral()))).isEmpty();
    assertThat(head(stage, known)).containsEntry("nickname", AttributeValue.fromS("2"));
    assertThat(head(stage, unknown)).isEqualTo(head(newer));

    stage.load(List.of(head(unknown.rows())));
    stage.goTo(World.moment("2026-05-04T12:00"));
    assertThat(stage.ledger(new ReferralId(unknown.referral()))).hasSize(1);
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> row, String name, String type) {
    if (!"HEAD".equals(Attributes.of(row).text("sk"))) {
      return row;
    }
    var more = new TreeMap<>(row);
    more.put(name, type.equals("N") ? AttributeValue.fromN("2") : AttributeValue.fromS("2"));
    return more;
  }

  private static Map<String, AttributeValue> head(Stage stage, Snapshot snapshot) {
    return head(stage.rows(List.of(Key.head(new ReferralId(snapshot.referral())).pk())));
  }

  private static Map<String, AttributeValue> head(List<Map<String, AttributeValue>> rows) {
    return rows.stream()
        .filter(row -> Attributes.of(row).text("sk").equals("HEAD"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void has_something_to_continue() throws IOException {
    assertThat(releases()).isNotEmpty();
  }
}
