package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.Relation;
import io.referralflow.referral.ReferralId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A candidate's personal data, the row `CANDIDATE#id`: the only one that holds any, so that it
/// goes with one deletion. Listed by the moment by which it must be gone, once there is one.
public final class CandidateItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String NAME = "name";
  private static final String EMAIL = "email";
  private static final String PHONE = "phone";
  private static final String LINKEDIN = "linkedin";
  private static final String LANGUAGE = "language";
  private static final String RELATION = "relation";
  private static final String INTRODUCTION = "introduction";
  private static final String FIT = "fit";

  private CandidateItem() {}

  public static Attributes toItem(ReferralId id, Candidate candidate, Optional<Instant> eraseBy) {
    var item =
        Attributes.none()
            .key(Key.candidate(id))
            .listed(eraseBy.map(by -> Listing.erasure(by, id)))
            .number(SCHEMA, SCHEMA_NUMBER)
            .text(NAME, candidate.name())
            .text(EMAIL, candidate.email().value())
            .text(PHONE, candidate.phone())
            .text(LINKEDIN, candidate.linkedin())
            .constant(LANGUAGE, candidate.language())
            .constant(RELATION, candidate.relation())
            .text(INTRODUCTION, candidate.introduction());
    return candidate.fit().isPresent() ? item.number(FIT, candidate.fit().getAsInt()) : item;
  }

  /// The moment of deletion alone, set.
  public static Attributes eraseBy(ReferralId id, Optional<Instant> eraseBy) {
    return Attributes.none().listed(eraseBy.map(by -> Listing.erasure(by, id)));
  }

  /// The moment of deletion alone, taken away.
  public static List<String> removed(Optional<Instant> eraseBy) {
    return eraseBy.isPresent() ? List.of() : Attributes.LISTED;
  }

  /// The candidate; empty for a row that only lists a moment of deletion.
  public static Optional<Candidate> fromItem(Attributes item) {
    return item.has(NAME) ? Optional.of(candidate(item)) : Optional.empty();
  }

  private static Candidate candidate(Attributes item) {
    return new Candidate(
        item.text(NAME),
        new Email(item.text(EMAIL)),
        item.textIfAny(PHONE),
        item.textIfAny(LINKEDIN),
        item.constant(LANGUAGE, Language.class),
        item.constantIfAny(RELATION, Relation.class),
        item.textIfAny(INTRODUCTION),
        item.has(FIT) ? OptionalInt.of(item.count(FIT)) : OptionalInt.empty());
  }
}
