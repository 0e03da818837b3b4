package io.referralflow.architecture.planted.nocycles.candidate;

import io.referralflow.architecture.planted.nocycles.referral.Egg;

public record Hen(Egg egg) {}
