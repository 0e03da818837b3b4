package io.referralflow.architecture.planted.nocycles.referral;

import io.referralflow.architecture.planted.nocycles.candidate.Hen;

public record Egg(Hen hen) {}
