package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.referral.Referral;

/// That a referral is held, the row `QUESTION`: there for as long as a person has not settled it,
/// so that those which are held are found without reading all that waits for a recruiter.
public final class QuestionItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";

  private QuestionItem() {}

  public static Attributes toItem(Referral.Held held) {
    return Attributes.none()
        .key(Key.question(held.id()))
        .number(SCHEMA, SCHEMA_NUMBER)
        .listed(Listing.question(held.since(), held.id()));
  }
}
