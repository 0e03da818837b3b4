package io.referralflow.port;

import io.referralflow.referral.Referral;
import java.time.Instant;

/// A referral as it was last stored.
///
/// @param version counts the writes; a change is conditional on it
/// @param leg the number of the execution that now keeps time for this referral, from 1
/// @param legSince when that leg began; an execution lives for a year at most
/// @param lastFact the number of the newest fact, from 1
/// @param lastHash the hash of the newest fact, so that the chain's end cannot be cut off unseen
/// @param lastNotice the number of the newest notice, 0 when there is none
/// @param lastOperation the operation that made this version
public record Snapshot(
    Referral referral,
    long version,
    int leg,
    Instant legSince,
    long lastFact,
    String lastHash,
    long lastNotice,
    OperationId lastOperation) {}
