package io.referralflow.message;

import io.referralflow.letter.LetterKind;
import java.time.Instant;
import java.util.OptionalInt;

/// A mail that must be sent: what about, and not before when. To whom and in which words is worked
/// out when it is sent; no personal data is stored here.
///
/// @param number counts the notices of a referral, from 1
/// @param instalment the instalment it is about: of a payout or payment, or the first one that a
///   changed plan lost
public record Notice(long number, LetterKind kind, OptionalInt instalment, Instant notBefore) {}
