package io.referralflow.delivery;

import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.Programme.JAVA_ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.directory.Detail;
import io.referralflow.directory.SaveColleague;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.fake.InMemoryWorld.MailState;
import io.referralflow.fake.InMemoryWorld.StoredPost;
import io.referralflow.hire.HrNumber;
import io.referralflow.message.ProgrammeNotice.TermsChanged;
import io.referralflow.message.ProgrammeNotice.TermsRound;
import io.referralflow.port.Post.Announcement;
import io.referralflow.programme.Audience;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.PublishOwnTerms;
import io.referralflow.programme.PublishOwnTerms.Publishing;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.programme.Scope;
import io.referralflow.referral.Referral;
import io.referralflow.scenario.HrMessage;
import io.referralflow.scenario.People;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.scenario.World;
import io.referralflow.submission.EnterReferral.Entry;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A change of the terms is told to everybody who may refer (S34).
class AnnounceTermsTest {

  private static final RuleBook OTHER = new RuleBook(Set.of(), 6, Credit.SPLIT_EQUALLY, 7);

  private final World world = World.on("2026-03-02T09:15");

  private void knows(String number, Map<Detail, String> said) {
    var details = new EnumMap<Detail, Optional<String>>(Detail.class);
    for (var detail : Detail.values()) {
      details.put(detail, Optional.ofNullable(said.get(detail)));
    }
    var _ = details.putIfAbsent(Detail.CONTRACT, Optional.of("permanent"));
    if (details.getOrDefault(Detail.CONTRACT, Optional.empty()).isEmpty()) {
      details.put(Detail.CONTRACT, Optional.of("permanent"));
    }
    var ports = world.ports();
    var _ =
        new SaveColleague(ports.directory(), ports.seals(), ports.clock())
            .execute(PETRA.id(), new HrNumber(number), details);
  }

  private void announced(RuleBook rules, String from) {
    world.announcesRules(PETRA, rules, from);
    begins();
  }

  /// What the API does when terms were published.
  private void begins() {
    var programmes = world.ports().programmes();
    var newest =
        programmes.upcoming(world.now()).or(() -> programmes.terms(world.now())).orElseThrow();
    world.product().announceTerms.execute(newest);
  }

  private List<Received> mails() {
    return world.postbox().received().stream()
        .filter(mail -> mail.reference().startsWith("terms-"))
        .toList();
  }

  private List<String> told() {
    return mails().stream().map(mail -> mail.to().value()).toList();
  }

  private StoredPost stored(String id) {
    return world.store().posted().stream()
        .filter(each -> each.notice().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everybody_in_service_and_whoever_referred_is_told_once_before_it_takes_effect() {
    knows("HR-0001", Map.of(Detail.NAME, "Emma Jansen", Detail.EMAIL, "emma.j@example.com"));
    knows("HR-0100", Map.of(Detail.NAME, "Mark", Detail.EMAIL, "mark@example.com"));
    knows("HR-0101", Map.of(Detail.EMAIL, "gone@example.com", Detail.IN_SERVICE_TO, "2026-02-28"));
    knows("HR-0102", Map.of(Detail.NAME, "No Address"));
    var _ = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var _ = world.refers(People.JORIS, "kim@example.org", JAVA_ENGINEER);

    announced(OTHER, "2026-04-01T00:00");
    world.settle();
    begins();
    world.settle();

    assertThat(told())
        .containsExactlyInAnyOrder("emma.j@example.com", "joris@example.com", "mark@example.com");
    assertThat(mails())
        .allSatisfy(mail -> assertThat(mail.at()).isBefore(World.moment("2026-04-01T00:00")));
    world.goTo("2026-04-03T09:00");
    assertThat(told()).hasSize(3);
    assertThat(world.failures()).isEmpty();
    assertThat(world.ports().post().announcement(2))
        .as("who has no address is counted, who left is not")
        .isEqualTo(new Announcement(false, 3, 0, 1, 0));
  }

  @Test
  void the_mail_tells_the_difference_and_what_each_open_referral_keeps() {
    knows(
        "HR-0001",
        Map.of(Detail.NAME, "Emma", Detail.EMAIL, "emma@example.com", Detail.LANGUAGE, "en"));
    var _ = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var over = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    world.takesBack(EMMA, over);

    announced(OTHER, "2026-04-01T00:00");
    world.settle();

    var letter = mails().getFirst().letter();
    assertThat(letter.subject())
        .isEqualTo(
            "The terms of the referral programme change: version 2, from 1 April 2026 at 00:00");
    assertThat(letter.text())
        .startsWith("Hello Emma,")
        .contains(
            "What is new",
            "What no longer holds",
            "Receipt number 1",
            "The new version does not apply: it stays under version 1",
            "https://referrals.example.com/#/terms/2")
        .doesNotContain("Receipt number 2", "Sam", "Kim");
    var lines = letter.text().lines().filter(line -> line.startsWith("– ")).toList();
    assertThat(lines).hasSizeGreaterThan(3).doesNotHaveDuplicates();
  }

  /// What was entered for Emma is found by person, before her own referral is found as an open one.
  @Test
  void referrals_that_others_entered_for_the_reader_are_told_with_their_own() {
    knows(
        "HR-0001",
        Map.of(Detail.NAME, "Emma", Detail.EMAIL, "emma@example.com", Detail.LANGUAGE, "en"));
    var _ = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    isForgottenByPerson();
    enters("HR-0001", "kim@example.org");

    announced(OTHER, "2026-04-01T00:00");
    world.settle();

    assertThat(told()).containsExactly("emma@example.com");
    assertThat(mails().getFirst().letter().text())
        .containsSubsequence("Receipt number 1", "Receipt number 2");
  }

  @Test
  void who_never_signed_in_is_told_of_what_others_entered() {
    knows(
        "HR-0100",
        Map.of(Detail.NAME, "Mark", Detail.EMAIL, "mark@example.com", Detail.LANGUAGE, "en"));
    enters("HR-0100", "kim@example.org");

    announced(OTHER, "2026-04-01T00:00");
    world.settle();

    assertThat(told()).containsExactly("mark@example.com");
    assertThat(mails().getFirst().letter().text()).contains("Receipt number 1");
  }

  private void enters(String onBehalfOf, String address) {
    var _ =
        world
            .product()
            .enterReferral
            .execute(
                new Entry(
                    People.RUBEN,
                    onBehalfOf,
                    JAVA_ENGINEER,
                    _ -> World.candidate(address),
                    Optional.empty(),
                    onBehalfOf + address));
    world.settle();
  }

  /// A screening that goes on, a hire that is paid later than that, and a referral that is held:
  /// none of them is found by person any more, and none of their referrers is in the directory.
  @Test
  void whoever_has_an_open_referral_is_told_however_old_it_is() {
    var screened = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    var hired = world.refers(People.JORIS, "kim@example.org", JAVA_ENGINEER);
    var held = world.refers(PETRA, "ada@example.org", JAVA_ENGINEER);
    var over = world.refers(People.FATIMA, "dora@example.org", JAVA_ENGINEER);
    world.accepts(screened);
    world.hears(HrMessage.hired("HR-1001", "2029-05-01").of("kim@example.org"));
    world.declines(held);
    world.hears(HrMessage.hired("HR-1002", "2026-05-01").of("ada@example.org"));
    world.declines(over);
    assertThat(world.referral(hired)).isInstanceOf(Referral.Hired.class);
    assertThat(world.referral(held)).isInstanceOf(Referral.Held.class);
    isForgottenByPerson();

    announced(OTHER, "2026-04-01T00:00");
    world.settle();

    assertThat(told())
        .containsExactlyInAnyOrder("emma@example.com", "joris@example.com", "petra@example.com");
  }

  private void isForgottenByPerson() {
    var _ = world.ports().persons().forgetExpired(World.moment("2040-01-01T00:00"), 1_000);
  }

  @Test
  void open_referrals_are_gone_through_page_by_page() {
    for (var i = 0; i < 25; i++) {
      var _ = world.refers(EMMA, "c%d@example.org".formatted(i), JAVA_ENGINEER);
    }
    isForgottenByPerson();
    announced(OTHER, "2026-04-01T00:00");
    world.settle();
    assertThat(rounds(2)).isEqualTo(1);

    var _ = world.refers(People.JORIS, "kim@example.org", JAVA_ENGINEER);
    for (var i = 25; i < 50; i++) {
      var _ = world.refers(EMMA, "c%d@example.org".formatted(i), JAVA_ENGINEER);
    }
    isForgottenByPerson();
    announced(RuleBook.STANDARD, "2026-05-01T00:00");
    world.settle();

    assertThat(rounds(3)).isEqualTo(3);
    assertThat(told())
        .containsExactlyInAnyOrder("emma@example.com", "emma@example.com", "joris@example.com");
  }

  private long rounds(int version) {
    return world.store().posted().stream()
        .filter(each ->
            each.notice() instanceof TermsRound round
                && round.version() == version
                && round.readers() == TermsRound.Readers.OPEN)
        .count();
  }

  @Test
  void who_names_no_language_reads_the_organisations() {
    knows("HR-0100", Map.of(Detail.EMAIL, "mark@example.com"));
    announced(OTHER, "2026-04-01T00:00");
    world.settle();

    assertThat(mails().getFirst().letter().text())
        .startsWith("Hallo,")
        .contains("Op 1 april 2026 om 00:00 gaat versie 2 van de voorwaarden");
  }

  @Test
  void terms_that_hold_at_once_are_told_at_once_and_referrals_by_them_are_under_them() {
    var _ = world.refers(EMMA, "sam@example.org", JAVA_ENGINEER);
    world.changesRules(PETRA, OTHER);
    var _ = world.refers(EMMA, "kim@example.org", JAVA_ENGINEER);
    begins();
    world.settle();

    assertThat(told()).containsExactly("emma@example.com");
    assertThat(mails().getFirst().letter().text())
        .contains(
            "geldt sinds 2 maart 2026",
            "De nieuwe versie geldt niet: zij blijft onder versie 1",
            "De nieuwe versie geldt: zij is gedaan onder versie 2");
  }

  @Test
  void the_first_terms_are_told_to_nobody() {
    knows("HR-0100", Map.of(Detail.EMAIL, "mark@example.com"));
    begins();
    world.settle();

    assertThat(world.store().posted()).isEmpty();
  }

  @Test
  void what_was_replaced_before_it_was_told_is_told_to_nobody() {
    knows("HR-0100", Map.of(Detail.EMAIL, "mark@example.com"));
    world.streamStops();
    announced(OTHER, "2026-04-01T00:00");
    announced(new RuleBook(Set.of(), 3, Credit.SPLIT_EQUALLY, 7), "2026-05-01T00:00");
    world
        .ports()
        .post()
        .add(
            new TermsChanged(2, Optional.of(new HrNumber("HR-0100")), Optional.empty()),
            world.now());
    world.streamFlows();

    assertThat(mails()).extracting(Received::reference).containsExactly("terms-3-number-HR-0100");
    assertThat(stored("terms-2-number-HR-0100").state()).isEqualTo(MailState.DROPPED);
    assertThat(stored("terms-2-number-HR-0100").note()).isEqualTo("overtaken");
  }

  @Test
  void a_leaver_and_whom_no_programme_admits_any_more_are_not_written_to() {
    knows("HR-0100", Map.of(Detail.EMAIL, "mark@example.com", Detail.IN_SERVICE_TO, "2026-03-31"));
    knows("HR-0101", Map.of(Detail.EMAIL, "dora@example.com"));
    announced(OTHER, "2026-04-01T00:00");
    world.settle();
    assertThat(told()).containsExactly("dora@example.com");

    var programmes = world.ports().programmes();
    var standing = Programme.STANDING;
    var outside =
        new Programme(
            standing.id(),
            standing.name(),
            Audience.EXTERNAL,
            standing.scope(),
            LocalDate.of(2000, 1, 1),
            Optional.empty(),
            Set.of(),
            standing.status(),
            List.of(),
            Optional.empty());
    assertThat(programmes.save(programmes.portfolio().with(outside), outside, world.now()))
        .isTrue();
    announced(RuleBook.STANDARD, "2026-05-01T00:00");
    world.settle();
    assertThat(told()).containsExactly("dora@example.com");
  }

  @Test
  void it_goes_on_where_it_broke_off_and_two_runs_tell_once() {
    for (var i = 0; i < 60; i++) {
      knows("HR-%04d".formatted(i), Map.of(Detail.EMAIL, "c%d@example.com".formatted(i)));
    }
    world.hourly();
    world.streamStops();
    announced(OTHER, "2026-04-01T00:00");
    var first = TermsRound.first(2, TermsRound.Readers.REFERRERS);
    world.product().sendProgrammeNotice.execute(first.id());
    world.product().sendProgrammeNotice.execute(TermsRound.first(2, TermsRound.Readers.OPEN).id());
    var second = TermsRound.first(2, TermsRound.Readers.COLLEAGUES);
    var claimed =
        world.ports().post().claim(second.id(), world.now(), world.now().plusSeconds(300));
    assertThat(claimed).isPresent();
    world.product().sendProgrammeNotice.execute(second.id());
    world.product().announceTerms.round(second, world.now());
    world.streamIsLost();
    assertThat(mails()).isEmpty();

    world.goTo("2026-03-02T23:00");

    assertThat(told()).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void a_programmes_own_terms_are_told_to_whom_it_concerns_against_the_organisations() {
    knows("HR-0100", Map.of(Detail.EMAIL, "mark@example.com", Detail.LANGUAGE, "en"));
    knows(
        "HR-0101",
        Map.of(
            Detail.EMAIL, "frits@example.org", Detail.LANGUAGE, "en", Detail.CONTRACT, "former"));
    var ports = world.ports();
    var alumni =
        new Programme(
            new ProgrammeId("alumni"),
            "Alumni",
            Audience.EXTERNAL,
            Scope.EVERYBODY,
            LocalDate.of(2026, 1, 1),
            Optional.empty(),
            Set.of(),
            Programme.STANDING.status(),
            List.of(),
            Optional.of(PETRA.id()));
    assertThat(
            ports
                .programmes()
                .save(ports.programmes().portfolio().with(alumni), alumni, world.now()))
        .isTrue();
    var publishing =
        new PublishOwnTerms(ports.programmes(), ports.workingDays(), ports.clock())
            .execute(
                alumni.id(),
                io.referralflow.scenario.Programme.terms(),
                Optional.of(World.moment("2026-04-01T00:00")),
                PETRA.id());
    var published =
        ((Publication.Published) ((Publishing.Judged) publishing).publication()).terms();
    world.product().announceTerms.execute(published);
    world.settle();

    assertThat(told()).containsExactly("frits@example.org");
    assertThat(mails().getFirst().letter().subject())
        .isEqualTo(
            "The terms of the programme Alumni change: version 2, from 1 April 2026 at 00:00");
    announced(OTHER, "2026-05-01T00:00");
    world.settle();
    assertThat(mails().getLast().letter().subject())
        .startsWith("The terms of the referral programme change: version 3");
  }
}
