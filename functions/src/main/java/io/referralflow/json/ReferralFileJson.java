package io.referralflow.json;

import io.referralflow.reward.Benefit;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Milestone.MonthsServed;
import io.referralflow.reward.Money;
import io.referralflow.reward.RewardKind;
import io.referralflow.takeover.ImportReferrals.Line;
import io.referralflow.takeover.OldPromise;
import io.referralflow.takeover.OldPromise.Part;
import io.referralflow.takeover.Progress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Files of referrals that began before this product kept them, on the wire. The parts of a promise
/// stand in columns of their own: `part1`, `part1Amount` and `part1PaidOn`, then `part2` and so on;
/// of a part that is no money, in place of the amount, `part1Kind`, `part1Quantity` and
/// `part1DescriptionNl` and `En`.
public final class ReferralFileJson {

  private static final int MOST_PARTS = 6;
  private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]?)-months-in-service");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
  private static final List<String> NEEDED =
      List.of(
          "reference",
          "referrer",
          "name",
          "email",
          "vacancyId",
          "referredOn",
          "state",
          "informed",
          "currency",
          part(1),
          amount(1));
  private static final List<String> HIRE =
      List.of("hrNumber", "hiredOn", "startDate", "probationEndDate");

  private ReferralFileJson() {}

  private enum State {
    INVITED,
    SCREENING,
    HIRING,
    HIRED
  }

  /// The columns that every file has.
  public static List<String> needed() {
    return NEEDED;
  }

  /// The columns that a file may have.
  public static List<String> columns() {
    return Stream.of(
            NEEDED.stream(),
            Stream.of("phone", "linkedin", "language", "probationMonths"),
            HIRE.stream(),
            IntStream.rangeClosed(1, MOST_PARTS).boxed().flatMap(ReferralFileJson::ofPart))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private static Stream<String> ofPart(int number) {
    return Stream.concat(Stream.of(part(number)), beside(number));
  }

  /// The columns that say more of a part.
  private static Stream<String> beside(int number) {
    return Stream.of(
        amount(number),
        kind(number),
        quantity(number),
        description(number, "Nl"),
        description(number, "En"),
        paidOn(number));
  }

  private static String part(int number) {
    return "part" + number;
  }

  private static String amount(int number) {
    return part(number) + "Amount";
  }

  private static String kind(int number) {
    return part(number) + "Kind";
  }

  private static String quantity(int number) {
    return part(number) + "Quantity";
  }

  private static String description(int number, String language) {
    return part(number) + "Description" + language;
  }

  private static String paidOn(int number) {
    return part(number) + "PaidOn";
  }

  private static boolean isNumber(String column) {
    return column.equals("probationMonths") || column.endsWith("Quantity");
  }

  /// A line of a file.
  ///
  /// @param cells by the names of [#columns]; an empty cell says nothing
  public static Decoded<Line> line(long number, Map<String, String> cells) {
    var node = Json.object();
    cells.forEach((name, cell) -> {
      if (name.equals("informed") && (cell.equals("true") || cell.equals("false"))) {
        node.put(name, cell.equals("true"));
      } else if (isNumber(name) && WHOLE.matcher(cell).matches()) {
        node.put(name, Integer.parseInt(cell));
      } else if (!cell.isEmpty()) {
        node.put(name, cell);
      }
    });
    return Form.read(
        node,
        form -> {
          var reference = form.required("reference", Fields::foreignEventId);
          var referrer = form.required("referrer", Fields::hrNumber);
          var vacancy = form.required("vacancyId", Fields::vacancyId);
          var candidate =
              Requests.candidate(form, Optional.empty(), Optional.empty(), Optional.empty());
          var referredOn = form.required("referredOn", Fields::date);
          var informed = form.required("informed", Fields::flag);
          var state = form.required("state", Fields.oneOf(State.class));
          if (state.isEmpty()) {
            HIRE.forEach(column -> {
              var _ = form.optional(column, Fields::text);
            });
          }
          var progress = state.flatMap(it -> of(it, form));
          var promise = promise(form, progress);
          return reference.isEmpty()
                  || referrer.isEmpty()
                  || vacancy.isEmpty()
                  || candidate.isEmpty()
                  || referredOn.isEmpty()
                  || informed.isEmpty()
                  || progress.isEmpty()
                  || promise.isEmpty()
              ? null
              : new Line(
                  number,
                  reference.get(),
                  referrer.get().value(),
                  vacancy.get(),
                  candidate.get(),
                  referredOn.get(),
                  progress.get(),
                  informed.get(),
                  promise.get(),
                  Json.normalForm(node));
        });
  }

  private static Optional<Progress> of(State state, Form form) {
    if (state == State.HIRED) {
      var employee = form.required("hrNumber", Fields::hrNumber);
      var agreed = form.required("hiredOn", Fields::date);
      var start = form.required("startDate", Fields::date);
      var end = form.optional("probationEndDate", Fields::date);
      return employee.flatMap(
          who -> agreed.flatMap(on -> start.map(day -> new Progress.Hired(who, on, day, end))));
    }
    HIRE.forEach(column -> form.refuse(column, "not-with-field", "This goes with hired only."));
    return Optional.of(
        switch (state) {
          case INVITED -> new Progress.Invited();
          case SCREENING -> new Progress.Screening();
          case HIRING -> new Progress.Hiring();
          case HIRED -> throw new IllegalStateException("Read above");
        });
  }

  private static Optional<OldPromise> promise(Form form, Optional<Progress> progress) {
    var months = form.optional("probationMonths", Fields.whole(0, 24));
    var currency = form.required("currency", Fields::currency);
    var parts = new ArrayList<Part>();
    var named = 0;
    for (var number = 1; number <= MOST_PARTS; number++) {
      if (number > 1 && !form.has(part(number))) {
        refuse(form, beside(number), part(number));
        continue;
      }
      if (++named < number) {
        form.error(part(number), "out-of-range", "Parts are numbered from 1 without a gap.");
      }
      if (progress.filter(it -> !(it instanceof Progress.Hired)).isPresent()) {
        form.refuse(paidOn(number), "not-with-field", "This goes with hired only.");
      }
      part(form, number, currency).ifPresent(parts::add);
    }
    return parts.size() < named
        ? Optional.empty()
        : Optional.of(
            new OldPromise(parts, months.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
  }

  private static void refuse(Form form, Stream<String> columns, String without) {
    columns.forEach(
        column -> form.refuse(column, "not-with-field", "This goes with " + without + "."));
  }

  private static Optional<Part> part(Form form, int number, Optional<Currency> currency) {
    var milestone = form.required(part(number), ReferralFileJson::milestone);
    var paid = form.optional(paidOn(number), Fields::date);
    if (form.has(kind(number))) {
      var benefit = benefit(form, number, paid);
      return milestone.flatMap(due ->
          benefit.flatMap(what ->
              currency.map(known -> new Part(due, new Money(0, known), Optional.of(what), paid))));
    }
    refuse(
        form,
        Stream.of(quantity(number), description(number, "Nl"), description(number, "En")),
        kind(number));
    var amount = money(form, amount(number), currency);
    return milestone.flatMap(due -> amount.map(sum -> new Part(due, sum, Optional.empty(), paid)));
  }

  /// What a part is that is no money. Points that were given stand in no account here: whoever has
  /// them gets them by a correction, and the line leaves them out.
  private static Optional<Benefit> benefit(Form form, int number, Optional<LocalDate> paid) {
    form.refuse(amount(number), "not-with-benefit", "Either money or something else.");
    var kind = Plans.kind(form, kind(number));
    if (kind.filter(RewardKind.POINTS::equals).isPresent() && paid.isPresent()) {
      form.error(paidOn(number), "not-with-benefit", "Points that were given go into the account.");
    }
    return Plans.benefit(
        kind,
        form.required(quantity(number), Plans.QUANTITY),
        form.required(description(number, "Nl"), Plans.DESCRIPTION),
        form.required(description(number, "En"), Plans.DESCRIPTION));
  }

  private static Optional<Money> money(Form form, String name, Optional<Currency> currency) {
    var amount = form.required(name, Fields::amount).map(BigDecimal::new);
    return amount.flatMap(sum ->
        currency.flatMap(known -> {
          if (sum.scale() != known.getDefaultFractionDigits()) {
            form.error(
                name,
                "decimals",
                known.getCurrencyCode() + " has " + known.getDefaultFractionDigits() + ".");
            return Optional.<Money>empty();
          }
          if (sum.signum() == 0) {
            form.error(name, "out-of-range", "More than nothing.");
            return Optional.<Money>empty();
          }
          return Optional.of(Money.of(sum, known));
        }));
  }

  /// Such as `first-working-day`, `12-months-in-service`, or a day.
  private static Field.Reading<Milestone> milestone(JsonNode node) {
    var text = node.asString();
    var months = MONTHS.matcher(text);
    if (months.matches() && Integer.parseInt(months.group(1)) <= MonthsServed.LONGEST) {
      return Field.right(new MonthsServed(Integer.parseInt(months.group(1))));
    }
    return switch (text) {
      case "hire-agreed" -> Field.right(Milestone.HIRE_AGREED);
      case "first-working-day" -> Field.right(Milestone.FIRST_WORKING_DAY);
      case "end-of-probation" -> Field.right(Milestone.END_OF_PROBATION);
      default ->
          Fields.date(node)
              .right()
              .<Field.Reading<Milestone>>map(day -> Field.right(new Milestone.OnDay(day)))
              .orElseGet(() ->
                  Field.wrong(
                      "not-in-list",
                      "hire-agreed, first-working-day, end-of-probation, 12-months-in-service or a"
                          + " day."));
    };
  }
}
