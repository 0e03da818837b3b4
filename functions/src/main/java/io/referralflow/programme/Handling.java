package io.referralflow.programme;

import io.referralflow.candidate.Email;
import java.util.Optional;

/// How an organisation treats one kind of reward.
///
/// @param handedOutBy who is asked to hand it out; empty for finance
/// @param taxLabel how payroll treats it, in payroll's own words
public record Handling(Optional<Email> handedOutBy, Optional<String> taxLabel) {}
