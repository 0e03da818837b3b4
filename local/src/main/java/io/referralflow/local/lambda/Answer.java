package io.referralflow.local.lambda;

/// How a call ended, as Lambda tells its callers.
public sealed interface Answer {

  /// The function answered; the payload is its own.
  record Done(String payload) implements Answer {}

  /// The function threw; the caller learns the type and the message, as on Lambda.
  record Failed(String type, String message) implements Answer {}

  /// The function took too long; its instance is not used again.
  record TimedOut(String message) implements Answer {}
}
