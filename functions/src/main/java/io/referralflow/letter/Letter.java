package io.referralflow.letter;

/// A letter ready to be sent: one subject line, and the same words as plain text and as HTML.
public record Letter(String subject, String text, String html) {

  /// Never the words: they name people and must not reach a log by accident.
  @Override
  public String toString() {
    return "Letter[…]";
  }
}
