package io.referralflow.candidate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a candidate says about themselves, as a whole: what is absent is not to be kept. The
/// address is not among it, since the link was sent to it.
public record Details(
    String name, Optional<String> phone, Optional<String> linkedin, Language language) {

  /// What differs from what is stored.
  public Set<Detail> correct(Candidate stored) {
    var differing = EnumSet.noneOf(Detail.class);
    if (!name.equals(stored.name())) {
      differing.add(Detail.NAME);
    }
    if (!phone.equals(stored.phone())) {
      differing.add(Detail.PHONE);
    }
    if (!linkedin.equals(stored.linkedin())) {
      differing.add(Detail.LINKEDIN);
    }
    if (language != stored.language()) {
      differing.add(Detail.LANGUAGE);
    }
    return differing;
  }

  /// The candidate with these details.
  public Candidate of(Candidate stored) {
    return new Candidate(
        name,
        stored.email(),
        phone,
        linkedin,
        language,
        stored.relation(),
        stored.introduction(),
        stored.fit());
  }

  /// Never personal data: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Details[…]";
  }
}
