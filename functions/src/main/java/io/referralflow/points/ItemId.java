package io.referralflow.points;

import java.util.regex.Pattern;

/// The identity of an item of the catalogue, chosen by whoever makes it: 1-40 lower-case letters,
/// digits, dashes.
public record ItemId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public ItemId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an item id");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
