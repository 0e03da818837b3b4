package io.referralflow.programme;

import java.util.regex.Pattern;

/// The identity of a vacancy, chosen by the company: 1-64 letters, digits, dots, dashes,
/// underscores.
public record VacancyId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public VacancyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a vacancy id");
    }
  }

  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }
}
