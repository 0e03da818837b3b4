package io.referralflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.intake.Refusals.Reason;
import io.referralflow.json.HrEventJson.FromBus;
import io.referralflow.json.HrEventJson.Received;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON that is well formed and still cannot be meant.
class EdgeOfTheWireTest {

  private static final String BUS =
      """
      {"source": "com.example.hr", "detail-type": "HireCancelled", "detail": {
        "metadata": {"id": "e-1", "occurredAt": "2026-03-20T08:00:00Z", "version": %s},
        "data": {"employeeId": "E-2041", "more": %s}}}\
      """;
  private static final String HIRED =
      """
      {"type": "CandidateHired",
       "metadata": {"id": "e-1", "occurredAt": "2026-03-20T08:00:00Z", "version": 1},
       "data": {"employeeId": "E-2041", "startDate": "2026-05-01", "candidateEmail": "%s"}}\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1.5", "\"1\"", "null", "true", "[1]"})
  void a_version_that_is_no_whole_number_is_malformed(String version) {
    assertThat(HrEventJson.fromBus(BUS.formatted(version, 0), text -> text))
        .isInstanceOf(FromBus.NotUnderstood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1e0"})
  void a_version_may_be_written_in_any_way(String version) {
    assertThat(HrEventJson.fromBus(BUS.formatted(version, 0), text -> text))
        .isInstanceOf(FromBus.Understood.class);
  }

  @Test
  void an_hr_system_makes_ids_in_its_own_way() {
    assertThat(HrEventJson.fromBus(BUS.formatted(1, 0).replace("e-1", "hire/2041#7"), text -> text))
        .isInstanceOf(FromBus.Understood.class);
  }

  @Test
  void a_number_beyond_all_bounds_in_a_field_of_the_producer_is_let_pass() {
    assertThat(HrEventJson.fromBus(BUS.formatted("1", "1e400"), text -> text))
        .isInstanceOf(FromBus.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "[{\"a\": \"\\udfff\"}]"})
  void half_of_a_character_anywhere_is_malformed(String value) {
    assertThat(HrEventJson.fromBus(BUS.formatted("1", value), text -> text))
        .isInstanceOf(FromBus.NotUnderstood.class);
  }

  @Test
  void an_id_that_could_not_be_stored_is_left_out() {
    var event = BUS.formatted("1", "0").replace("e-1", "\\ud800");

    assertThat(HrEventJson.fromBus(event, text -> "hash"))
        .isEqualTo(
            new FromBus.NotUnderstood(
                Reason.MALFORMED, "com.example.hr", Optional.empty(), "hash"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "1899-12-31", "0000-01-01", "2026-02-30", "2026-2-1"})
  void a_day_that_cannot_be_meant_is_refused(String day) {
    var event = HIRED.formatted("sam@example.com").replace("2026-05-01", day);

    assertThat(HrEventJson.byHand(event, text -> text)).isInstanceOf(Decoded.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-999999999-01-01T00:00:00Z",
        "2026-03-20T08:00Z",
        "2026-03-20T08:00:00",
        "2026-03-20T24:00:00Z",
        "2026-03-20T08:00:00+25:00"
      })
  void a_moment_that_is_not_of_the_contract_is_refused(String moment) {
    var event = HIRED.formatted("sam@example.com").replace("2026-03-20T08:00:00Z", moment);

    assertThat(HrEventJson.byHand(event, text -> text)).isInstanceOf(Decoded.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zoë@example.com", "sam@example", "sam@example.c", "\\tsam@example.com"})
  void an_address_that_no_mail_can_be_sent_to_is_refused(String address) {
    assertThat(HrEventJson.byHand(HIRED.formatted(address), text -> text))
        .isInstanceOf(Decoded.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  Sam+jobs@Example.COM ", "sam@bücher.example"})
  void an_address_may_be_written_as_people_do(String address) {
    assertThat(HrEventJson.byHand(HIRED.formatted(address), text -> text))
        .isInstanceOfSatisfying(
            Decoded.Right.class,
            right -> assertThat(((Received) right.value()).candidate()).isPresent());
  }

  @Test
  void an_entry_is_told_of_its_wrong_days_and_of_its_wrong_number_at_once() {
    var event =
        HIRED
            .formatted("sam@example.com")
            .replace("2026-05-01", "2026-02-30")
            .replaceFirst("\"employeeId\": ?\"[^\"]*\"", "\"employeeId\": 7");

    var wrong = (Decoded.Wrong<Received>) HrEventJson.byHand(event, text -> text);
    assertThat(wrong.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("data.employeeId", "data.startDate");
  }

  @Test
  void the_level_that_the_terms_must_know_is_read_of_a_vacancy_that_is_wrong_elsewhere() {
    assertThat(Requests.levelToKnow("{\"functionLevel\":\"wizard\",\"title\":7}"))
        .hasValue("wizard");
    assertThat(Requests.levelToKnow("{\"functionLevel\":\"wizard\",\"inProgramme\":false}"))
        .isEmpty();
    assertThat(Requests.levelToKnow("{\"functionLevel\":\"wizard\",\"plan\":{}}")).isEmpty();
    assertThat(Requests.levelToKnow("{\"functionLevel\":7}")).isEmpty();
    assertThat(Requests.levelToKnow("no JSON")).isEmpty();
  }

  @Test
  void what_can_be_read_of_a_confirmation_is_read() {
    var said = Requests.legibleConfirmation("{\"paidOn\":\"2026-02-30\",\"reference\":\"RF-1-1\"}");

    assertThat(said.paidOn()).isEmpty();
    assertThat(said.reference()).hasValue("RF-1-1");
    assertThat(Requests.legibleConfirmation("{\"paidOn\":\"2026-02-28\"}").paidOn())
        .hasValue(LocalDate.of(2026, 2, 28));
  }
}
