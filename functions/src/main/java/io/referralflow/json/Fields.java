package io.referralflow.json;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The kinds of field that requests and events have.
final class Fields {

  /// Mail goes to ASCII local parts only; [Email] knows the rest.
  private static final Pattern EMAIL =
      Pattern.compile(" *[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[^\\s@]+\\.[^\\s@.]{2,} *");

  private static final Pattern PHONE = Pattern.compile("[+(0-9][0-9 ().\\-/]{4,29}");
  private static final Pattern PROFILE =
      Pattern.compile("https://[A-Za-z0-9.-]+/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,3})?");

  /// Other years cannot be meant, and what is worked out from them would leave ISO 8601.
  private static final String YEAR = "(19|2[0-9])[0-9]{2}";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
  private static final Pattern DAY = Pattern.compile(YEAR + "-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT =
      Pattern.compile(
          DAY.pattern()
              + "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
  private static final DateTimeFormatter STRICT_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PROFILE = 300;

  private Fields() {}

  /// Any text, as it is.
  static Field.Reading<String> text(JsonNode node) {
    return node.isString()
        ? Field.right(node.stringValue())
        : Field.wrong("type", "This is to be a text.");
  }

  /// Yes or no.
  static Field.Reading<Boolean> flag(JsonNode node) {
    return node.isBoolean()
        ? Field.right(node.booleanValue())
        : Field.wrong("type", "This is to be true or false.");
  }

  /// One line of text that is not blank, without control characters.
  static Field<String> line(int longest) {
    return node -> then(prose(node, longest, false), Fields::notBlank);
  }

  /// Text that may have several lines and may be empty.
  static Field<String> prose(int longest) {
    return node -> prose(node, longest, true);
  }

  /// Text that may have several lines and is not blank.
  static Field<String> fullProse(int longest) {
    return node -> then(prose(node, longest, true), Fields::notBlank);
  }

  private static Field.Reading<String> notBlank(String text) {
    return text.isBlank() ? Field.wrong("blank", "This must not be blank.") : Field.right(text);
  }

  private static Field.Reading<String> prose(JsonNode node, int longest, boolean lines) {
    return then(
        text(node),
        text -> {
          if (text.codePointCount(0, text.length()) > longest) {
            return Field.wrong("too-long", "At most " + longest + " characters.");
          }
          return text.codePoints().anyMatch(c -> isControl(c, lines)) || Json.hasLoneSurrogate(text)
              ? Field.wrong("control-characters", "Control characters are not allowed.")
              : Field.right(text);
        });
  }

  private static boolean isControl(int c, boolean lines) {
    return Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'));
  }

  static Field.Reading<Email> email(JsonNode node) {
    return then(
        text(node),
        text ->
            text.length() > LONGEST_EMAIL
                ? Field.wrong("too-long", "At most " + LONGEST_EMAIL + " characters.")
                : Field.of(
                    Email.of(text).filter(_ -> EMAIL.matcher(text).matches()),
                    "format",
                    "This is to be a mail address."));
  }

  static Field.Reading<String> phone(JsonNode node) {
    return matching(node, PHONE, "This is to be a telephone number.");
  }

  static Field.Reading<String> profile(JsonNode node) {
    return then(
        text(node),
        text ->
            text.length() > LONGEST_PROFILE
                ? Field.wrong("too-long", "At most " + LONGEST_PROFILE + " characters.")
                : matching(node, PROFILE, "This is to be an https address."));
  }

  static Field.Reading<VacancyId> vacancyId(JsonNode node) {
    return then(
        text(node),
        text ->
            VacancyId.isValid(text)
                ? Field.right(new VacancyId(text))
                : Field.wrong("format", "This is no vacancy id."));
  }

  static Field.Reading<PhaseId> phaseId(JsonNode node) {
    return then(
        text(node),
        text ->
            PhaseId.isValid(text)
                ? Field.right(new PhaseId(text))
                : Field.wrong("format", "1 to 30 small letters, digits and hyphens."));
  }

  static Field.Reading<HrNumber> hrNumber(JsonNode node) {
    return then(
        text(node),
        text ->
            HrNumber.isValid(text)
                ? Field.right(new HrNumber(text))
                : Field.wrong("format", "1 to 128 visible characters."));
  }

  static boolean isEventId(String text) {
    return VISIBLE.matcher(text).matches();
  }

  /// An event's id, made by an HR system in its own way.
  static Field.Reading<String> foreignEventId(JsonNode node) {
    return matching(node, VISIBLE, "1 to 128 visible characters.");
  }

  static boolean isEnteredEventId(String text) {
    return EVENT_ID.matcher(text).matches();
  }

  /// An event's id, made by whoever enters it; it stands in addresses.
  static Field.Reading<String> eventId(JsonNode node) {
    return matching(node, EVENT_ID, "1 to 128 letters, digits, dots, colons, dashes, underscores.");
  }

  static Field<Integer> whole(int least, int most) {
    return node -> {
      // Empty also for 1e400, which is JSON but beyond all numbers that can be counted with.
      var number = node.decimalValueOpt().filter(it -> it.stripTrailingZeros().scale() <= 0);
      if (number.isEmpty()) {
        return Field.wrong("type", "This is to be a whole number.");
      }
      return number.get().compareTo(BigDecimal.valueOf(least)) < 0
              || number.get().compareTo(BigDecimal.valueOf(most)) > 0
          ? Field.wrong("out-of-range", "From " + least + " to " + most + ".")
          : Field.right(number.get().intValueExact());
    };
  }

  static Field.Reading<LocalDate> date(JsonNode node) {
    return inTime(
        node,
        DAY,
        text -> LocalDate.parse(text, STRICT_DAY),
        "This is to be a day that exists, as 2026-03-02.");
  }

  static Field.Reading<Instant> instant(JsonNode node) {
    return inTime(
        node,
        MOMENT,
        text -> OffsetDateTime.parse(text).toInstant(),
        "This is to be a moment, as 2026-03-02T09:15:30Z.");
  }

  private static <T> Field.Reading<T> inTime(
      JsonNode node, Pattern form, Function<String, T> parser, String message) {
    return then(
        text(node),
        text -> {
          try {
            return form.matcher(text).matches()
                ? Field.right(parser.apply(text))
                : Field.wrong("date", message);
          } catch (DateTimeException noSuchDay) {
            return Field.wrong("date", message);
          }
        });
  }

  static Field.Reading<ZoneId> zone(JsonNode node) {
    return then(
        text(node),
        text ->
            ZoneId.getAvailableZoneIds().contains(text)
                ? Field.right(ZoneId.of(text))
                : Field.wrong("not-in-list", "This is to be a region, as Europe/Amsterdam."));
  }

  /// A list of fields of one kind, which may be empty.
  static <T> Field<List<T>> listOf(Field<T> each, int most) {
    return node -> {
      if (!node.isArray()) {
        return Field.wrong("type", "This is to be a list.");
      }
      if (node.size() > most) {
        return Field.wrong("too-long", "At most " + most + " of them.");
      }
      var read = new ArrayList<T>();
      for (var item : node) {
        switch (each.read(item)) {
          case Field.Reading.Right<T>(var value) -> read.add(value);
          case Field.Reading.Wrong<T>(var code, var message) -> {
            return Field.wrong(code, message);
          }
        }
      }
      return Field.right(List.copyOf(read));
    };
  }

  /// One of a closed list, by its name on the wire.
  static <E extends Enum<E>> Field<E> oneOf(Class<E> type) {
    return node ->
        then(
            text(node),
            text ->
                Field.of(
                    Arrays.stream(type.getEnumConstants())
                        .filter(each -> Wire.name(each).equals(text))
                        .findFirst(),
                    "not-in-list",
                    "This is not in the list."));
  }

  /// An amount as a decimal text, of a currency that is known otherwise.
  static Field.Reading<String> amount(JsonNode node) {
    return matching(node, AMOUNT, "As 750.00.");
  }

  /// An amount with two decimals and a currency.
  static Optional<Money> money(Form form, String name) {
    return form.object(name)
        .flatMap(inner -> {
          var currency = inner.required("currency", Fields::currency);
          var amount = inner.required("amount", Fields::amount);
          return currency.flatMap(
              known -> amount.flatMap(text -> money(inner, new BigDecimal(text), known)));
        });
  }

  private static Optional<Money> money(Form form, BigDecimal amount, Currency currency) {
    var decimals = currency.getDefaultFractionDigits();
    if (amount.scale() != decimals) {
      form.error("amount", "decimals", currency.getCurrencyCode() + " has " + decimals + ".");
      return Optional.empty();
    }
    return Optional.of(Money.of(amount, currency));
  }

  static Field.Reading<Currency> currency(JsonNode node) {
    return then(
        text(node),
        text ->
            Field.of(
                Currency.getAvailableCurrencies().stream()
                    .filter(each -> each.getCurrencyCode().equals(text))
                    .filter(each -> each.getDefaultFractionDigits() >= 0)
                    .findFirst(),
                "not-in-list",
                "This is to be a currency, as EUR."));
  }

  private static Field.Reading<String> matching(JsonNode node, Pattern form, String message) {
    return then(
        text(node),
        text -> form.matcher(text).matches() ? Field.right(text) : Field.wrong("format", message));
  }

  private static <T, U> Field.Reading<U> then(
      Field.Reading<T> reading, Function<T, Field.Reading<U>> next) {
    return switch (reading) {
      case Field.Reading.Right<T>(var value) -> next.apply(value);
      case Field.Reading.Wrong<T>(var code, var message) -> Field.wrong(code, message);
    };
  }
}
