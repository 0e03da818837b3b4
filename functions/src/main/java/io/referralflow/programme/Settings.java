package io.referralflow.programme;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.reward.RewardKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The business settings of an organisation.
///
/// @param zone the zone in which the programme's days begin and end
/// @param reminderAfter silence after which a candidate is reminded once
/// @param expiryAfter silence after which an invitation expires
/// @param privacyEmail where candidates ask about their data, if somebody is named
/// @param handling who hands out rewards of a kind and how payroll treats it, where that is said
/// @param procedure the phases of the procedure, for referrals from now on
/// @param thankYou who thanks a referrer after a hire; empty where the product asks nobody to
/// @param payoutMail how finance is told what to pay
/// @param noticeDelay how long after the candidate a referrer hears of an unhappy end
/// @param termsNotice how long before it takes effect a change of the terms is announced, in whole
///   days: published on the first of a month with fourteen, it holds from the fifteenth on
public record Settings(
    String organisation,
    Email financeEmail,
    ZoneId zone,
    Duration reminderAfter,
    Duration expiryAfter,
    Duration noticeDelay,
    Language language,
    Optional<Email> privacyEmail,
    Map<RewardKind, Handling> handling,
    Optional<ThankYou> thankYou,
    Procedure procedure,
    PayoutMail payoutMail,
    Duration termsNotice) {

  /// How long before it takes effect a change of the terms is announced where nothing is said.
  public static final Duration TERMS_NOTICE = Duration.ofDays(14);

  public Settings {
    handling = Collections.unmodifiableMap(new TreeMap<>(handling));
  }

  /// What every organisation says, with the standard of all else.
  public Settings(
      String organisation,
      Email financeEmail,
      ZoneId zone,
      Duration reminderAfter,
      Duration expiryAfter,
      Duration noticeDelay,
      Language language) {
    this(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Procedure.STANDARD,
        PayoutMail.PER_INSTALMENT,
        TERMS_NOTICE);
  }

  /// The same settings with somebody named for questions about personal data.
  public Settings with(Email other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        Optional.of(other),
        handling,
        thankYou,
        procedure,
        payoutMail,
        termsNotice);
  }

  /// The same settings with what is said of kinds of reward.
  public Settings with(Map<RewardKind, Handling> other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        privacyEmail,
        other,
        thankYou,
        procedure,
        payoutMail,
        termsNotice);
  }

  /// The same settings with somebody asked to thank a referrer after a hire.
  public Settings with(ThankYou other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        privacyEmail,
        handling,
        Optional.of(other),
        procedure,
        payoutMail,
        termsNotice);
  }

  /// The same settings with another procedure.
  public Settings with(Procedure other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        privacyEmail,
        handling,
        thankYou,
        other,
        payoutMail,
        termsNotice);
  }

  /// The same settings with another way to tell finance what to pay.
  public Settings with(PayoutMail other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        privacyEmail,
        handling,
        thankYou,
        procedure,
        other,
        termsNotice);
  }

  /// The same settings with another notice of changed terms, in whole days.
  public Settings withTermsNotice(Duration other) {
    return new Settings(
        organisation,
        financeEmail,
        zone,
        reminderAfter,
        expiryAfter,
        noticeDelay,
        language,
        privacyEmail,
        handling,
        thankYou,
        procedure,
        payoutMail,
        other);
  }

  /// Whom candidates ask about their data. Where nobody is named it is finance, whose address is
  /// the only one that the organisation surely reads.
  public Email privacyContact() {
    return privacyEmail.orElse(financeEmail);
  }

  /// Who is asked to hand out a reward of a kind.
  public Email handsOut(RewardKind kind) {
    return Optional.ofNullable(handling.get(kind))
        .flatMap(Handling::handedOutBy)
        .orElse(financeEmail);
  }

  /// How payroll treats a kind of reward, where it said so.
  public Optional<String> taxLabel(RewardKind kind) {
    return Optional.ofNullable(handling.get(kind)).flatMap(Handling::taxLabel);
  }

  /// The programme's calendar day at a moment.
  public LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
