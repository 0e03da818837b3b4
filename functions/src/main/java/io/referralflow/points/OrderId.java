package io.referralflow.points;

import java.util.regex.Pattern;

/// The identity of an order: 26 lower-case letters and digits that say nothing about anybody.
public record OrderId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]{26}");

  public OrderId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not an order id");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
