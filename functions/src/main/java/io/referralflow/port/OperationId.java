package io.referralflow.port;

/// Names one intended change, the same for every try of it: made of an event's id, an idempotency
/// key or a leg and step, never random per try. A change whose own id is found stored is done.
public record OperationId(String value) {

  public OperationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An operation id is not blank");
    }
  }
}
