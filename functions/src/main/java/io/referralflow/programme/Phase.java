package io.referralflow.programme;

/// One phase of the procedure from a candidate's yes to the hire.
///
/// @param dutch what people read in Dutch
/// @param english what people read in English
public record Phase(PhaseId id, String dutch, String english) {}
