package io.referralflow.programme;

import static io.referralflow.programme.ProgrammeFixtures.PETRA;
import static io.referralflow.scenario.Programme.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.fake.FakeClock;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Programmes;
import io.referralflow.programme.Programme.Status;
import io.referralflow.programme.PublishOwnTerms.Publishing;
import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.PublishTerms.Publication;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.staff.EmployeeId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Publishing terms of a programme's own.
class PublishOwnTermsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
  private static final EmployeeId OTHER = new EmployeeId("other");
  private static final ProgrammeId SEARCH = new ProgrammeId("search");
  private static final ProgrammeId DATA = new ProgrammeId("data");

  private final FakeClock clock = new FakeClock(NOW);
  private final Programmes programmes = new InMemoryWorld().programmes();

  PublishOwnTermsTest() {
    save(ProgrammeFixtures.ofTeam("search", "Search"));
    save(ProgrammeFixtures.ofTeam("data", "Data"));
  }

  private void save(Programme programme) {
    assertThat(programmes.save(programmes.portfolio().with(programme), programme, NOW)).isTrue();
  }

  private static Content content(String amount) {
    return new Content(
        Map.of(Language.NL, "De voorwaarden."),
        List.of(new Terms.Level("medior", euros(amount))),
        List.of(InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100)),
        2,
        Promise.within(30),
        12);
  }

  private static Publishing published(int version, String amount, Instant from, boolean isNew) {
    return new Publishing.Judged(
        new Publication.Published(content(amount).as(version, NOW, from), isNew));
  }

  private Publishing publish(ProgrammeId id, String amount) {
    return publish(programmes, id, amount, Optional.empty());
  }

  private Publishing announce(ProgrammeId id, String amount, Instant from) {
    return publish(programmes, id, amount, Optional.of(from));
  }

  private Publishing publish(
      Programmes where, ProgrammeId id, String amount, Optional<Instant> from) {
    return new PublishOwnTerms(where, io.referralflow.scenario.Programme.workingDays(), clock)
        .execute(id, content(amount), from, OTHER);
  }

  private int publishForAll(String amount) {
    var publication =
        new PublishTerms(programmes, io.referralflow.scenario.Programme.workingDays(), clock)
            .execute(content(amount), Optional.empty(), PETRA);
    return ((Publication.Published) publication).terms().version();
  }

  private Programme search() {
    return programmes.portfolio().find(SEARCH).orElseThrow();
  }

  private Optional<Terms> inForce(ProgrammeId id) {
    return Optional.ofNullable(programmes.ownTerms(List.of(id), clock.instant()).get(id));
  }

  @Test
  void all_terms_are_numbered_in_one_row() {
    assertThat(publishForAll("1000.00")).isEqualTo(1);
    assertThat(publish(SEARCH, "2000.00")).isEqualTo(published(2, "2000.00", NOW, true));
    assertThat(publish(DATA, "2000.00")).isEqualTo(published(3, "2000.00", NOW, true));
    assertThat(publish(SEARCH, "2500.00")).isEqualTo(published(4, "2500.00", NOW, true));
    assertThat(publishForAll("1100.00")).isEqualTo(5);
    assertThat(publish(DATA, "2600.00")).isEqualTo(published(6, "2600.00", NOW, true));

    assertThat(inForce(SEARCH)).contains(content("2500.00").as(4, NOW, NOW));
    assertThat(search().terms()).containsExactly(2, 4);
    assertThat(search().managedBy()).contains(OTHER);
    assertThat(programmes.portfolio().promising(4)).contains(search());
    assertThat(programmes.portfolio().promising(5)).isEmpty();
    assertThat(programmes.terms(NOW).orElseThrow().version()).isEqualTo(5);
  }

  @Test
  void a_programme_can_have_terms_before_the_organisation_has() {
    assertThat(publish(SEARCH, "2000.00")).isEqualTo(published(1, "2000.00", NOW, true));
    assertThat(programmes.terms(NOW)).isEmpty();
    assertThat(publishForAll("1000.00")).isEqualTo(2);
  }

  @Test
  void what_is_in_force_or_announced_for_the_programme_is_not_published_again() {
    var april = Instant.parse("2026-04-01T00:00:00Z");
    var _ = publish(SEARCH, "2000.00");
    assertThat(publish(SEARCH, "2000.00")).isEqualTo(published(1, "2000.00", NOW, false));
    assertThat(publish(DATA, "2000.00")).isEqualTo(published(2, "2000.00", NOW, true));

    assertThat(announce(SEARCH, "3000.00", april)).isEqualTo(published(3, "3000.00", april, true));
    assertThat(announce(SEARCH, "3000.00", april)).isEqualTo(published(3, "3000.00", april, false));
    assertThat(search().terms()).containsExactly(1, 3);
    assertThat(inForce(SEARCH)).contains(content("2000.00").as(1, NOW, NOW));

    clock.set(april);
    assertThat(inForce(SEARCH)).contains(content("3000.00").as(3, NOW, april));
  }

  @Test
  void an_announcement_of_the_organisation_takes_its_number_too() {
    var april = Instant.parse("2026-04-01T00:00:00Z");
    var _ = publishForAll("1000.00");
    var _ =
        new PublishTerms(programmes, io.referralflow.scenario.Programme.workingDays(), clock)
            .execute(content("1100.00"), Optional.of(april), PETRA);

    assertThat(publish(SEARCH, "2000.00")).isEqualTo(published(3, "2000.00", NOW, true));
  }

  /// In Amsterdam the sixteenth of March begins at eleven in the evening of the fifteenth in UTC.
  @Test
  void those_that_people_refer_under_are_changed_with_notice_only() {
    programmes.save(
        io.referralflow.scenario.Programme.settings().withTermsNotice(Duration.ofDays(14)),
        PETRA,
        NOW);
    var _ = publishForAll("1000.00");
    var from = Instant.parse("2026-03-15T23:00:00Z");

    assertThat(announce(SEARCH, "2000.00", from.minusSeconds(1)))
        .isEqualTo(new Publishing.Judged(new Publication.TooEarly(from, true)));
    assertThat(publish(SEARCH, "2000.00")).isEqualTo(published(2, "2000.00", from, true));
    clock.set(Instant.parse("2026-03-05T08:15:00Z"));
    assertThat(announce(SEARCH, "2000.00", from)).isEqualTo(published(2, "2000.00", from, false));
    clock.set(NOW);
    save(search().in(Status.DRAFT, PETRA));
    assertThat(publish(SEARCH, "3000.00")).isEqualTo(published(3, "3000.00", NOW, true));
  }

  @Test
  void what_terms_may_not_say_no_programme_may_either() {
    assertThat(announce(SEARCH, "2000.00", NOW))
        .isEqualTo(new Publishing.Judged(new Publication.TooEarly(NOW, false)));
    var plain = content("2000.00");
    var late =
        new Content(
            plain.text(),
            plain.levels(),
            plain.instalments(),
            2,
            new Promise(33, Optional.of(new PayrollCalendar(25, 8, List.of()))),
            12);
    assertThat(
            new PublishOwnTerms(programmes, io.referralflow.scenario.Programme.workingDays(), clock)
                .execute(SEARCH, late, Optional.empty(), OTHER))
        .isInstanceOfSatisfying(
            Publishing.Judged.class,
            judged ->
                assertThat(judged.publication()).isInstanceOf(Publication.PromiseBroken.class));
    assertThat(search()).isEqualTo(ProgrammeFixtures.ofTeam("search", "Search"));
    assertThat(programmes.version(1)).isEmpty();
  }

  @Test
  void a_programme_that_nobody_made_has_none() {
    assertThat(publish(new ProgrammeId("none"), "2000.00")).isEqualTo(new Publishing.NotFound());
    assertThat(programmes.version(1)).isEmpty();
  }

  @Test
  void a_retired_programme_keeps_those_it_had() {
    var _ = publish(SEARCH, "2000.00");
    save(search().in(Status.RETIRED, PETRA));

    assertThat(publish(SEARCH, "2500.00")).isEqualTo(new Publishing.Retired());
    assertThat(search().terms()).containsExactly(1);
  }

  @Test
  void a_programme_keeps_only_so_many_versions() {
    save(
        IntStream.rangeClosed(1, Programme.MOST_TERMS - 1)
            .boxed()
            .reduce(search(), (it, number) -> it.promising(number, PETRA), (one, _) -> one));

    assertThat(publish(SEARCH, "2000.00"))
        .isEqualTo(published(Programme.MOST_TERMS, "2000.00", NOW, true));
    assertThat(publish(SEARCH, "2500.00")).isEqualTo(new Publishing.TooMany());
    assertThat(publish(SEARCH, "2000.00"))
        .isEqualTo(published(Programme.MOST_TERMS, "2000.00", NOW, false));
    assertThat(search().terms()).hasSize(Programme.MOST_TERMS);
  }

  @Test
  void an_action_takes_its_terms_along_when_it_goes_on_as_a_programme() {
    var spring =
        ProgrammeFixtures.action(
            "spring", java.time.LocalDate.of(2026, 3, 1), java.time.LocalDate.of(2026, 5, 31));
    save(spring);
    var _ = publish(spring.id(), "2000.00");

    var _ = new ContinueAction(programmes, clock).execute(PETRA, spring.id());

    var after = programmes.portfolio().find(spring.id()).orElseThrow();
    assertThat(after.isAction()).isFalse();
    assertThat(after.terms()).containsExactly(1);
    assertThat(inForce(spring.id())).contains(content("2000.00").as(1, NOW, NOW));
  }

  @Test
  void a_change_of_what_it_says_leaves_its_terms() {
    var _ = publish(SEARCH, "2000.00");
    var content = ProgrammeFixtures.ofTeam("search", "Other").content();

    var _ = new SaveProgramme(programmes, clock).execute(PETRA, SEARCH, content);

    assertThat(search().scope()).isEqualTo(new Scope.Team("Other"));
    assertThat(search().terms()).containsExactly(1);
  }

  /// Somebody else publishes terms for all first, a number of times.
  private Programmes contested(int times) {
    var left = new AtomicInteger(times);
    return (Programmes)
        Proxy.newProxyInstance(
            Programmes.class.getClassLoader(),
            new Class<?>[] {Programmes.class},
            (_, method, arguments) -> {
              if (method.getName().equals("publishOwn") && left.getAndDecrement() > 0) {
                var _ = publishForAll(left.get() + 1 + ".00");
              }
              return method.invoke(programmes, arguments);
            });
  }

  @Test
  void a_number_that_others_took_at_the_same_moment_is_left_to_them() {
    assertThat(publish(contested(9), SEARCH, "2000.00", Optional.empty()))
        .isEqualTo(published(10, "2000.00", NOW, true));
    assertThat(search().terms()).containsExactly(10);
  }

  @Test
  void others_again_and_again_are_a_fault() {
    assertThatThrownBy(() -> publish(contested(10), SEARCH, "2000.00", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Others kept publishing terms at the same moment");
    assertThat(search().hasTerms()).isFalse();
  }
}
