package io.referralflow.candidate;

import java.util.Optional;
import java.util.OptionalInt;

/// All personal data that is kept of a referred person, and what the referrer wrote about them.
///
/// @param fit the referrer's own estimate, 1-5
public record Candidate(
    String name,
    Email email,
    Optional<String> phone,
    Optional<String> linkedin,
    Language language,
    Optional<Relation> relation,
    Optional<String> introduction,
    OptionalInt fit) {

  /// With another address.
  public Candidate at(Email right) {
    return new Candidate(name, right, phone, linkedin, language, relation, introduction, fit);
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Candidate[…]";
  }
}
