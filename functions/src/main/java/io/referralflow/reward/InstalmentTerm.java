package io.referralflow.reward;

/// How the terms cut a reward: a share in percent, due at a milestone.
public record InstalmentTerm(Milestone milestone, int share) {}
