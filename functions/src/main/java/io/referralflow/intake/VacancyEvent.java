package io.referralflow.intake;

import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.VacancyId;
import java.util.Optional;

/// One well-formed event of a recruiting system about a vacancy.
///
/// @param source who sent it; with the id of the stamp it names the event for ever
/// @param bodyHash a keyed hash of its content, so that the same id with another body is noticed
/// @param stamp when it became so; of two that speak of the same thing the greater wins
/// @param content what the vacancy is; empty where the event does not say it
/// @param open whether people are sought; empty where the event does not say it
public record VacancyEvent(
    String source,
    String bodyHash,
    VacancyId vacancy,
    Stamp stamp,
    Optional<Content> content,
    Optional<Boolean> open) {

  /// What a vacancy is.
  ///
  /// @param inProgramme stays as it was where the event does not say it
  /// @param hiringManager likewise
  public record Content(
      String title,
      String functionLevel,
      String profile,
      Optional<Boolean> inProgramme,
      Optional<HrNumber> hiringManager) {}
}
