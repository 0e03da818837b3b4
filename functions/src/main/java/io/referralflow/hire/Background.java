package io.referralflow.hire;

import java.time.LocalDate;
import java.util.Optional;

/// What HR knows of a hired person from before the hire.
///
/// @param appliedOn when they applied by themselves for this or another vacancy
/// @param lastEmployedOn the last day of an earlier employment
public record Background(Optional<LocalDate> appliedOn, Optional<LocalDate> lastEmployedOn) {

  public static final Background NONE = new Background(Optional.empty(), Optional.empty());
}
