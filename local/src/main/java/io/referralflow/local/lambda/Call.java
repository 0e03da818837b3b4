package io.referralflow.local.lambda;

import java.time.Instant;

/// One call of a function, as the local cloud hands it over: who was asked for, under which id,
/// what came in, and by when there must be an answer.
public record Call(
    String requestId, String arn, String version, Instant deadline, String payload) {}
