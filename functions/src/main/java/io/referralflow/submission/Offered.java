package io.referralflow.submission;

import io.referralflow.programme.Vacancy;
import io.referralflow.reward.Reward;
import java.util.Optional;

/// A vacancy as somebody sees it who may refer for it.
///
/// @param reward what they are promised if they refer today: by the terms of the programme that
///   their referral would belong to; empty where no terms know the level, or the vacancy is outside
///   the programme (S59)
public record Offered(Vacancy vacancy, Optional<Reward> reward) {}
