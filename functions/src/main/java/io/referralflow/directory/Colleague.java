package io.referralflow.directory;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.hire.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A person of the organisation, by HR number, as the fold of all that was said of them: each
/// detail is a register that the saying with the greatest stamp sets. The same sayings in any
/// order, any number of times, make the same colleague. Nobody needs to be here in order to sign in
/// and refer.
///
/// @param version how often this colleague was stored; 0 of one that is not stored
public record Colleague(
    HrNumber number, Map<Detail, Register<Optional<String>>> details, long version) {

  private static final Register<Optional<String>> UNSAID =
      new Register<>(Optional.empty(), new Stamp(Instant.MIN, ""));

  public Colleague {
    details = Map.copyOf(details);
  }

  /// A colleague of whom nothing was said yet.
  public static Colleague unheardOf(HrNumber number) {
    return new Colleague(number, Map.of(), 0);
  }

  /// The colleague after one more saying.
  public Colleague with(Saying saying) {
    var after = new HashMap<>(details);
    saying
        .details()
        .forEach(
            (detail, value) -> after.put(detail, register(detail).offered(value, saying.stamp())));
    return new Colleague(number, after, version);
  }

  /// The same, stored once more.
  public Colleague stored() {
    return new Colleague(number, details, version + 1);
  }

  private Register<Optional<String>> register(Detail detail) {
    return details.getOrDefault(detail, UNSAID);
  }

  /// A detail in its canonical form; empty when it is not known.
  public Optional<String> text(Detail detail) {
    return register(detail).value();
  }

  public Optional<Email> email() {
    return text(Detail.EMAIL).map(Email::new);
  }

  public Optional<Language> language() {
    return text(Detail.LANGUAGE).flatMap(Language::ofTag);
  }

  public Optional<Contract> contract() {
    return text(Detail.CONTRACT).map(name -> Contract.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  public Optional<HrNumber> manager() {
    return text(Detail.MANAGER).map(HrNumber::new);
  }

  /// The first day of service, where it is known.
  public Optional<LocalDate> inServiceFrom() {
    return text(Detail.IN_SERVICE_FROM).map(LocalDate::parse);
  }

  /// The last day of service, where one is known. One that lies before the first day of a later
  /// service belongs to an earlier one and counts no more.
  public Optional<LocalDate> inServiceTo() {
    return lastDay().filter(last -> inServiceFrom().filter(last::isBefore).isEmpty());
  }

  private Optional<LocalDate> lastDay() {
    return text(Detail.IN_SERVICE_TO).map(LocalDate::parse);
  }

  /// Whether they belong to the organisation's past or surroundings, and not to the organisation.
  public boolean isOutside() {
    return contract().filter(it -> it == Contract.FORMER || it == Contract.OUTSIDE).isPresent();
  }

  /// Whether the person is in service on a day, which nobody of a former or outside contract is. A
  /// day of service that is not known stands in nobody's way. Where the first day is that of a
  /// later service, as when a new contract is entered before the old one has ended, the last day of
  /// the earlier one is still a day of service.
  public boolean inServiceOn(LocalDate day) {
    return !isOutside() && (hasBegunBy(day) ? !hasLeftBy(day) : isInEarlierServiceOn(day));
  }

  private boolean hasBegunBy(LocalDate day) {
    return inServiceFrom().filter(day::isBefore).isEmpty();
  }

  private boolean isInEarlierServiceOn(LocalDate day) {
    return inServiceTo().isEmpty() && lastDay().filter(last -> !last.isBefore(day)).isPresent();
  }

  /// Whether the last day of service is known and lies before a day.
  public boolean hasLeftBy(LocalDate day) {
    return inServiceTo().filter(day::isAfter).isPresent();
  }

  /// The number under which payroll knows the person: the HR number where HR names no other.
  public String personnelNumber() {
    return text(Detail.PERSONNEL_NUMBER).orElse(number.value());
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Colleague[" + number.value() + "]";
  }
}
