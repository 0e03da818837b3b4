package io.referralflow.programme;

import java.util.regex.Pattern;

/// The short name by which settings, recruiters and HR's events know a phase: 1-30 small letters,
/// digits and hyphens, beginning with a letter.
public record PhaseId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  public PhaseId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a phase");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
