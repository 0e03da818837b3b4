package io.referralflow.figures;

import java.util.Currency;
import java.util.Optional;

/// What an employer owed at the end of a month, on one cost centre and in one currency.
///
/// @param entity the payee's employer, as HR's directory has it; empty where it does not
/// @param costCentre the payee's, likewise
/// @param instalments how many
/// @param minorUnits all of them together, gross
public record Provision(
    Optional<String> entity,
    Optional<String> costCentre,
    Kind kind,
    Currency currency,
    int instalments,
    long minorUnits) {

  /// How much of it depends on the time to come.
  public enum Kind {
    /// It was due by then and not paid by then: a debt.
    DUE,
    /// The hire was agreed by then, the day from which it is due comes later: it is owed if the
    /// candidate is still in service.
    TO_COME
  }
}
