package io.referralflow.function.api;

import io.referralflow.json.FieldError;
import io.referralflow.json.ReferralFileJson;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.takeover.ImportReferrals;
import io.referralflow.takeover.ImportReferrals.Because;
import java.util.List;
import java.util.Set;

/// Referrals that began before this product kept them, by file.
public final class ReferralFileRoutes {

  /// Each line is a transaction of its own, so that the 25 seconds of a call bound them. A line
  /// asks the table 13 times at most, as `WhatALifeCostsIT` counts: at 5 ms each 250 lines take 16
  /// seconds. What a call that breaks off has taken in is not taken in again.
  private static final int MOST_LINES = 250;

  private final ImportReferrals importReferrals;

  public ReferralFileRoutes(ImportReferrals importReferrals) {
    this.importReferrals = importReferrals;
  }

  List<Route> routes() {
    return List.of(Route.file("/referrals/import", Set.of(Role.PROGRAMME_MANAGER), this::takeFile));
  }

  private Answer takeFile(Caller caller, Call call) {
    return Files.take(
        call,
        new Files.Form(ReferralFileJson.columns(), ReferralFileJson.needed(), MOST_LINES),
        line -> ReferralFileJson.line(line.number(), line.cells()),
        (lines, mode) -> importReferrals.execute(caller, lines, mode),
        ReferralFileRoutes::error);
  }

  private static FieldError error(Because because) {
    return switch (because) {
      case NOT_SET_UP ->
          new FieldError("", "programme-not-running", "There are no terms or settings yet.");
      case DUPLICATE -> new FieldError("reference", "duplicate", "An earlier line is about it.");
      case OTHER_BEFORE ->
          new FieldError("reference", "differs", "It was brought in before, with another line.");
      case VACANCY_UNKNOWN ->
          new FieldError("vacancyId", "vacancy-unknown", "There is no such vacancy.");
      case REFERRER_UNKNOWN ->
          new FieldError("referrer", "employee-unknown", "Nobody is known by this.");
      case REFERRER_WITHOUT_ADDRESS ->
          new FieldError("referrer", "required", "The directory has no address of theirs.");
      case REFERRER_IS_CALLER ->
          new FieldError("referrer", "own-referral", "Nobody brings in their own.");
      case OWN_ADDRESS -> new FieldError("email", "own-address", "It is the referrer's own.");
      case REFERRED_BEFORE ->
          new FieldError("email", "duplicate", "Referred for this vacancy by the same person.");
      case HIRE_TAKEN ->
          new FieldError("hrNumber", "duplicate", "The hire belongs to another referral.");
      case DATES_CONTRADICT ->
          new FieldError("referredOn", "dates-contradict", "The days do not fit together.");
      case PAID_BEFORE_DUE ->
          new FieldError("part1PaidOn", "dates-contradict", "A part is paid that is not due yet.");
      case TOO_OLD ->
          new FieldError("referredOn", "out-of-range", "By the terms no hire counts any more.");
      case NOTHING_LEFT ->
          new FieldError("part1PaidOn", "out-of-range", "All is paid: there is nothing left.");
    };
  }
}
