package io.referralflow.programme;

import java.util.regex.Pattern;

/// The identity of a programme or action, chosen by whoever makes it: 1-40 lower-case letters,
/// digits, dashes.
public record ProgrammeId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /// The programme that is there before anybody makes one.
  public static final ProgrammeId STANDING = new ProgrammeId("programme");

  public ProgrammeId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a programme id");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
