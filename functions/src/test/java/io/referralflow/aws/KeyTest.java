package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/// No two things share a key, and keys sort as what they name.
class KeyTest {

  private static final ReferralId ID = FactFixtures.REFERRAL;

  @Test
  void keys_are_spelled_as_they_are_stored() {
    assertThat(
            List.of(
                Key.head(ID),
                Key.fact(ID, 3),
                Key.ledger(ID, 1, "released"),
                Key.payout(ID, 1),
                Key.notice(ID, 3),
                Key.wait(ID),
                Key.candidate(ID),
                Key.personReferral(
                    FactFixtures.PERSON, FactFixtures.REFERRER, FactFixtures.VACANCY),
                Key.personHire(FactFixtures.PERSON, new HrNumber("HR#1")),
                Key.employee(FactFixtures.REFERRER),
                Key.link(new HrNumber("HR#1")),
                Key.report(new HrNumber("HR#1"), "50%"),
                Key.event("a#b", "c"),
                Key.operation(FactFixtures.REFERRER, "k#1"),
                Key.entry("e"),
                Key.failure("f"),
                Key.vacancy(FactFixtures.VACANCY),
                Key.terms(12),
                Key.settings(),
                Key.brake(),
                Key.brakeChange(3),
                Key.gate(ID),
                Key.receipts(),
                Key.colleague(new HrNumber("HR#1")),
                Key.colleagueAddress(FactFixtures.PERSON, new HrNumber("HR#1")),
                Key.portfolio(),
                Key.portfolioChange(3),
                Key.programmeReferral(new ProgrammeId("spring"), ID),
                Key.actionReport(new ProgrammeId("spring"), LocalDate.parse("2026-05-31")),
                Key.post("told-50%#1")))
        .extracting(key -> key.pk() + " | " + key.sk())
        .containsExactly(
            "REFERRAL#r0000000000000000000000017 | HEAD",
            "REFERRAL#r0000000000000000000000017 | FACT#000000003",
            "REFERRAL#r0000000000000000000000017 | LEDGER#1#released",
            "REFERRAL#r0000000000000000000000017 | PAYOUT#1",
            "REFERRAL#r0000000000000000000000017 | OUTBOX#000000003",
            "REFERRAL#r0000000000000000000000017 | WAIT",
            "CANDIDATE#r0000000000000000000000017 | CANDIDATE",
            "PERSON#1:sam | REFERRAL#emma#backend-engineer",
            "PERSON#1:sam | HIRE#HR%231",
            "EMPLOYEE#emma | PROFILE",
            "EMPLOYEE#HR%231 | LINK",
            "EMPLOYEE#HR%231 | REPORT#50%25",
            "EVENT#a%23b#c | EVENT",
            "OPERATION#emma#k%231 | OPERATION",
            "ENTRY#e | ENTRY",
            "FAILURE#f | FAILURE",
            "VACANCY#backend-engineer | VACANCY",
            "TERMS#programme | VERSION#000000012",
            "SETTINGS | SETTINGS",
            "BRAKE | BRAKE",
            "BRAKE | CHANGE#000000003",
            "BRAKE#4 | GATE",
            "COUNTER | RECEIPT",
            "EMPLOYEE#HR%231 | DIRECTORY",
            "ADDRESS#1:sam | COLLEAGUE#HR%231",
            "PROGRAMMES | PROGRAMMES",
            "PROGRAMMES | CHANGE#000000003",
            "PROGRAMME#spring | REFERRAL#r0000000000000000000000017",
            "PROGRAMME#spring | REPORT#2026-05-31",
            "POST#told-50%25%231 | MAIL");
  }

  @Test
  void two_events_never_share_a_key() {
    qt().withFixedSeed(20260302)
        .withExamples(2000)
        .forAll(parts(), parts(), parts(), parts())
        .assuming((source, id, otherSource, otherId) ->
            !source.equals(otherSource) || !id.equals(otherId))
        .checkAssert((source, id, otherSource, otherId) ->
            assertThat(Key.event(source, id)).isNotEqualTo(Key.event(otherSource, otherId)));
  }

  @Test
  void two_answered_keys_never_share_a_key() {
    qt().withFixedSeed(20260302)
        .withExamples(2000)
        .forAll(parts(), parts(), parts(), parts())
        .assuming((one, key, other, otherKey) ->
            !one.isBlank() && !other.isBlank() && (!one.equals(other) || !key.equals(otherKey)))
        .checkAssert((one, key, other, otherKey) ->
            assertThat(Key.operation(new EmployeeId(one), key))
                .isNotEqualTo(Key.operation(new EmployeeId(other), otherKey)));
  }

  /// Texts that are likely to collide where a separator or its escape is not taken care of.
  private static Gen<String> parts() {
    return integers()
        .between(0, 3)
        .flatMap(length -> strings().betweenCodePoints('#', '%').ofLength(length));
  }

  @Test
  void facts_stand_between_the_ends_of_their_range_and_before_the_snapshot() {
    var range = Key.history(ID);

    assertThat(range.pk()).isEqualTo(Key.head(ID).pk());
    assertThat(List.of(Key.fact(ID, 1).sk(), Key.fact(ID, 999_999_999).sk(), Key.head(ID).sk()))
        .isSorted()
        .allMatch(sk -> sk.compareTo(range.from()) >= 0 && sk.compareTo(range.to()) <= 0);
    assertThat(
            List.of(
                Key.ledger(ID, 1, "paid").sk(),
                Key.payout(ID, 1).sk(),
                Key.notice(ID, 1).sk(),
                Key.wait(ID).sk()))
        .allMatch(sk -> sk.compareTo(range.to()) > 0);
  }

  @Test
  void a_range_holds_all_of_its_kind_whatever_they_are_called() {
    qt().withFixedSeed(20260302)
        .forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(1, 20))
        .checkAssert(id -> {
          var number = new HrNumber("HR-1");
          var range = Key.reported(number);
          var key = Key.report(number, id);
          assertThat(key.pk()).isEqualTo(range.pk());
          assertThat(key.sk()).isBetween(range.from(), range.to());
        });
    var person = new PersonKey("1.x");
    assertThat(Key.personReferral(person, new EmployeeId("~"), new VacancyId("z")).sk())
        .isBetween(Key.person(person).from(), Key.person(person).to());
    assertThat(Key.personHire(person, new HrNumber("~")).sk())
        .isBetween(Key.person(person).from(), Key.person(person).to());
  }

  @Test
  void a_key_names_its_referral_and_its_number() {
    assertThat(Key.candidate(ID).referral()).isEqualTo(ID);
    assertThat(Key.notice(ID, 12).referral()).isEqualTo(ID);
    assertThat(Key.notice(ID, 12).number()).isEqualTo(12);
    assertThat(Key.fact(ID, 7).number()).isEqualTo(7);
  }

  @Test
  void places_in_a_list_sort_as_their_moments() {
    qt().withFixedSeed(20260302)
        .forAll(moments(), moments())
        .checkAssert((one, other) ->
            assertThat(Integer.signum(Listing.sortable(one).compareTo(Listing.sortable(other))))
                .isEqualTo(Integer.signum(one.compareTo(other))));
  }

  @Test
  void a_place_is_within_its_own_moment_and_not_before_it() {
    qt().withFixedSeed(20260302)
        .forAll(moments(), moments())
        .checkAssert((at, asked) -> {
          var place = Listing.wait(ID, at).order();
          assertThat(place.compareTo(Listing.until(asked)) <= 0).isEqualTo(!at.isAfter(asked));
          assertThat(place.compareTo(Listing.sortable(asked)) <= 0).isEqualTo(at.isBefore(asked));
        });
  }

  @Test
  void everything_lies_before_the_end_of_time() {
    assertThat(Listing.until(Instant.MAX)).isGreaterThan(Listing.sortable(Instant.MAX));
    assertThat(Listing.sortable(Instant.MAX)).startsWith("9999-12-31");
  }

  @Test
  void waits_and_notices_are_spread_over_their_shards() {
    var shards =
        IntStream.range(0, 400)
            .mapToObj(i -> new ReferralId(String.format("%026d", i)))
            .collect(
                Collectors.groupingBy(
                    id -> Listing.wait(id, Instant.EPOCH).key(), Collectors.counting()));

    assertThat(shards.keySet()).containsExactlyInAnyOrderElementsOf(Listing.waits());
    assertThat(shards.values()).allMatch(count -> count > 50);
    assertThat(Optional.of(Listing.notice(ID, 1, Instant.EPOCH).key()))
        .hasValueSatisfying(key -> assertThat(Listing.notices()).contains(key));
  }

  private static Gen<Instant> moments() {
    return longs()
        .between(1_700_000_000_000L, 1_700_000_100_000L)
        .zip(
            integers().between(0, 999_999),
            (millis, nanos) -> Instant.ofEpochMilli(millis).plusNanos(nanos));
  }
}
