package io.referralflow.candidate;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address in the one form in which addresses are compared: trimmed, lower case, the domain
/// in ASCII. Dots and plus parts stay as they are, since they may name different people.
public record Email(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final Pattern FORM =
      Pattern.compile("[^\\s@<>()\\[\\]\\\\,;:\"\\p{C}\\p{Z}]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

  public Email {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a mail address in comparable form");
    }
  }

  /// The address in comparable form; empty when the text is no mail address.
  public static Optional<Email> of(String text) {
    var trimmed = text.strip();
    var at = trimmed.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var domain = IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      var address = (trimmed.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
      return address.length() <= LONGEST && FORM.matcher(address).matches()
          ? Optional.of(new Email(address))
          : Optional.empty();
    } catch (IllegalArgumentException noDomainName) {
      return Optional.empty();
    }
  }

  /// Whether both addresses reach one mailbox by the common convention that what follows a plus in
  /// the local part does not matter. Used to refuse self-referral only, never to match people.
  public boolean sameMailbox(Email other) {
    return withoutPlus().equals(other.withoutPlus());
  }

  private String withoutPlus() {
    var at = value.lastIndexOf('@');
    var plus = value.indexOf('+');
    return plus > 0 && plus < at ? value.substring(0, plus) + value.substring(at) : value;
  }

  /// Never the address: it must not reach a log by accident.
  @Override
  public String toString() {
    return "Email[…]";
  }
}
