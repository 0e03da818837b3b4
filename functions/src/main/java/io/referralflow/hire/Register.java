package io.referralflow.hire;

/// A value that the report with the greatest stamp sets, in whatever order reports arrive.
public record Register<T>(T value, Stamp stamp) {

  /// The register after one more offer; the greater stamp wins.
  public Register<T> offered(T candidate, Stamp at) {
    return at.compareTo(stamp) > 0 ? new Register<>(candidate, at) : this;
  }
}
