package io.referralflow.hire;

import io.referralflow.programme.VacancyId;
import java.util.Optional;

/// One well-formed event of an HR system.
///
/// @param source who sent it; with the id it names the event for ever
/// @param bodyHash a keyed hash of its content, so that the same id with another body is noticed
/// @param vacancy the vacancy it names, of a hire only
public record HrEvent(
    String source,
    String id,
    String bodyHash,
    Report report,
    Optional<VacancyId> vacancy,
    Optional<String> referralId) {}
