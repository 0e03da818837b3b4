package io.referralflow.referral;

import java.util.regex.Pattern;

/// The identity of a referral: 26 lower-case letters and digits that say nothing about anybody.
public record ReferralId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]{26}");

  public ReferralId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a referral id");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
