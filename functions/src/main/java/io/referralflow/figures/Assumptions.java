package io.referralflow.figures;

/// What a forecast supposes of referrals whose candidate is not hired yet.
///
/// @param invitedDays days from now until somebody invited would be hired
/// @param screeningDays days from now until somebody in screening would be hired
/// @param hiringDays days from now until somebody who passed it would be hired
/// @param startDays days from the hire to the first working day
/// @param invitedRate of a hundred invited, how many are hired in the end
/// @param screeningRate of a hundred in screening, how many are hired
/// @param hiringRate of a hundred who passed the screening, how many are hired
/// @param heldRate of a hundred held ones, how many are allowed
public record Assumptions(
    int invitedDays,
    int screeningDays,
    int hiringDays,
    int startDays,
    int invitedRate,
    int screeningRate,
    int hiringRate,
    int heldRate) {

  /// What is supposed where nothing else is said.
  public static final Assumptions USUAL = new Assumptions(45, 30, 14, 45, 10, 25, 60, 50);
}
