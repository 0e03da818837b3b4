package io.referralflow.figures;

import java.time.YearMonth;
import java.util.Currency;

/// What is to be paid in one month, as sure as it is, in one currency.
///
/// @param month that of the promised day; what is overdue stands in the present one
/// @param instalments how many
/// @param minorUnits all of them together
/// @param expected all of them, weighed by how often it comes to a hire; rounded half up
public record Liability(
    YearMonth month,
    Likelihood likelihood,
    Currency currency,
    int instalments,
    long minorUnits,
    long expected) {}
