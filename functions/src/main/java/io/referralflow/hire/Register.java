package io.referralflow.hire;

/// A value that the report with the greatest stamp sets, in whatever order reports arrive.
public record Register<T>(T value, Stamp stamp) {

  Register<T> offered(T candidate, Stamp at) {
    return at.compareTo(stamp) > 0 ? new Register<>(candidate, at) : this;
  }
}
