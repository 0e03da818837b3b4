package io.referralflow.scenario;

import io.referralflow.candidate.Email;
import io.referralflow.hire.Background;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the HR system says, in as few words as a story needs. It gets an id and its moment when it
/// is sent, unless the story names them.
public record HrMessage(
    Saying saying,
    String employee,
    Optional<String> id,
    Optional<Instant> occurredAt,
    Optional<Email> email,
    Optional<VacancyId> vacancy,
    Optional<String> referral) {

  /// Makes the report once its stamp is known.
  @FunctionalInterface
  public interface Saying {
    Report with(HrNumber employee, Stamp stamp);
  }

  private static HrMessage of(String employee, Saying saying) {
    return new HrMessage(
        saying,
        employee,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A hire whose probation is as long as the terms say.
  public static HrMessage hired(String employee, String start) {
    return of(
        employee,
        (who, stamp) -> new Report.Hired(who, stamp, LocalDate.parse(start), Optional.empty()));
  }

  /// A hire with its last day of probation.
  public static HrMessage hired(String employee, String start, String probationEnd) {
    return of(
        employee,
        (who, stamp) ->
            new Report.Hired(
                who, stamp, LocalDate.parse(start), Optional.of(LocalDate.parse(probationEnd))));
  }

  /// A hire of somebody whom HR knows from before; an empty day is not named.
  public static HrMessage hired(String employee, String start, Background background) {
    return of(
        employee,
        (who, stamp) ->
            new Report.Hired(who, stamp, LocalDate.parse(start), Optional.empty(), background));
  }

  public static HrMessage startMoved(String employee, String start) {
    return of(employee, (who, stamp) -> new Report.StartMoved(who, stamp, LocalDate.parse(start)));
  }

  public static HrMessage probationChanged(String employee, String end) {
    return of(
        employee, (who, stamp) -> new Report.ProbationChanged(who, stamp, LocalDate.parse(end)));
  }

  public static HrMessage cancelled(String employee) {
    return of(employee, Report.Cancelled::new);
  }

  public static HrMessage left(String employee, String lastDay) {
    return of(employee, (who, stamp) -> new Report.Ended(who, stamp, LocalDate.parse(lastDay)));
  }

  /// Names the hired person's address.
  public HrMessage of(String address) {
    return new HrMessage(
        saying, employee, id, occurredAt, Optional.of(new Email(address)), vacancy, referral);
  }

  public HrMessage forVacancy(VacancyId name) {
    return new HrMessage(saying, employee, id, occurredAt, email, Optional.of(name), referral);
  }

  public HrMessage forReferral(ReferralId name) {
    return new HrMessage(
        saying, employee, id, occurredAt, email, vacancy, Optional.of(name.value()));
  }

  /// Names the event.
  public HrMessage named(String eventId) {
    return new HrMessage(
        saying, employee, Optional.of(eventId), occurredAt, email, vacancy, referral);
  }

  /// Says when it happened in the HR system.
  public HrMessage occurred(Instant at) {
    return new HrMessage(saying, employee, id, Optional.of(at), email, vacancy, referral);
  }
}
