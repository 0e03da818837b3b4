package io.referralflow.json;

import io.referralflow.reward.Benefit;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Milestone.MonthsServed;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How rewards are cut and paid, read and written: an instalment is due at a `milestone`, which
/// `months-in-service` and `on-day` complete by `months` and `day`, and is a `share`, an `amount`
/// or a `benefit`.
final class Plans {

  private static final int MOST_INSTALMENTS = 12;
  private static final int MOST_EXTRA_RUNS = 60;
  private static final int LONGEST_DESCRIPTION = 100;

  /// How many of a benefit.
  static final Field<Integer> QUANTITY = Fields.whole(1, Benefit.MOST);

  /// What a benefit is, in one language.
  static final Field<String> DESCRIPTION = Fields.line(LONGEST_DESCRIPTION);

  /// Of this every share is something: what shares are judged by where they are of different sums.
  private static final Money ENOUGH = new Money(100, Currency.getInstance("EUR"));

  private Plans() {}

  private enum Name {
    HIRE_AGREED,
    FIRST_WORKING_DAY,
    END_OF_PROBATION,
    MONTHS_IN_SERVICE,
    ON_DAY
  }

  /// A reward with a cut of its own.
  static Optional<RewardPlan> plan(Form form) {
    var total = Fields.money(form, "amount");
    var instalments = instalments(form, total);
    return total
        .filter(amount -> RewardPlan.flaw(amount, instalments).isEmpty())
        .map(amount -> new RewardPlan(amount, instalments));
  }

  /// The list `instalments` of a form.
  ///
  /// @param total what is cut; empty where it differs or is not known, and then only shares can be
  ///   judged
  static List<InstalmentTerm> instalments(Form parent, Optional<Money> total) {
    var forms = parent.objects("instalments", MOST_INSTALMENTS);
    var terms = new ArrayList<InstalmentTerm>();
    for (var i = 0; i < forms.size(); i++) {
      term(forms.get(i), i + 1).ifPresent(terms::add);
    }
    if (!forms.isEmpty() && terms.size() == forms.size()) {
      judge(parent, terms, total);
    }
    return terms;
  }

  private static void judge(Form parent, List<InstalmentTerm> terms, Optional<Money> total) {
    if (total.isEmpty() && terms.stream().noneMatch(InstalmentTerm.Share.class::isInstance)) {
      return;
    }
    switch (RewardPlan.flaw(total.orElse(ENOUGH), terms).orElse(null)) {
      case MIXED -> parent.error("instalments", "mixed", "Either all shares or all amounts.");
      case SHARES -> parent.error("instalments", "shares", "The shares add up to 100.");
      case AMOUNTS ->
          parent.error("instalments", "amounts", "The amounts add up to the whole reward.");
      case NOTHING ->
          parent.error("amount", "comes-to-nothing", "Each instalment of money is above 0.");
      case EMPTY -> parent.error("instalments", "too-short", "At least one of them.");
      case null -> {}
    }
  }

  private static Optional<InstalmentTerm> term(Form form, int expected) {
    var number = form.required("number", Fields.whole(1, MOST_INSTALMENTS));
    if (number.isPresent() && number.get() != expected) {
      form.error("number", "out-of-range", "Numbers count up from 1.");
    }
    var milestone = milestone(form);
    if (form.has("benefit")) {
      form.refuse("share", "not-with-benefit", "Either money or a benefit.");
      form.refuse("amount", "not-with-benefit", "Either money or a benefit.");
      var benefit = form.object("benefit").flatMap(Plans::benefit);
      return milestone.flatMap(due -> benefit.map(part -> InstalmentTerm.inKind(due, part)));
    }
    if (form.has("amount")) {
      form.refuse("share", "not-with-amount", "Either a share or an amount.");
      var amount = Fields.money(form, "amount");
      return milestone.flatMap(due -> amount.map(part -> InstalmentTerm.fixed(due, part)));
    }
    var share = form.required("share", Fields.whole(1, 100));
    return milestone.flatMap(due -> share.map(part -> InstalmentTerm.share(due, part)));
  }

  private static Optional<Benefit> benefit(Form form) {
    var kind = kind(form, "kind");
    var quantity = form.required("quantity", QUANTITY);
    var words = form.object("description");
    var dutch = words.flatMap(it -> it.required("nl", DESCRIPTION));
    var english = words.flatMap(it -> it.required("en", DESCRIPTION));
    return benefit(kind, quantity, dutch, english);
  }

  /// What is handed out where it is no money, of a field of this name.
  static Optional<RewardKind> kind(Form form, String name) {
    return form.required(name, Fields.oneOf(RewardKind.class))
        .filter(known -> {
          if (known == RewardKind.MONEY) {
            form.error(name, "not-in-list", "Money is a share or an amount.");
          }
          return known != RewardKind.MONEY;
        });
  }

  /// A benefit, if none of it is missing.
  static Optional<Benefit> benefit(
      Optional<RewardKind> kind,
      Optional<Integer> quantity,
      Optional<String> dutch,
      Optional<String> english) {
    return kind.isEmpty() || quantity.isEmpty() || dutch.isEmpty() || english.isEmpty()
        ? Optional.empty()
        : Optional.of(new Benefit(kind.get(), quantity.get(), dutch.get(), english.get()));
  }

  /// Writes a reward that is no money.
  private static ObjectNode json(Benefit benefit) {
    var json = Json.object();
    json.put("kind", Wire.name(benefit.kind()));
    json.put("quantity", benefit.quantity());
    json.putObject("description").put("nl", benefit.dutch()).put("en", benefit.english());
    return json;
  }

  /// Writes what an instalment is among its other fields: an amount, 0 where it is no money.
  static void put(ObjectNode json, Instalment instalment) {
    var _ = json.set("amount", Answers.money(instalment.amount()));
    put(json, instalment.benefit());
  }

  /// Writes a benefit among the other fields of whatever may be one.
  static void put(ObjectNode json, Optional<Benefit> benefit) {
    benefit.ifPresent(known -> {
      var _ = json.set("benefit", json(known));
    });
  }

  private static Optional<Milestone> milestone(Form form) {
    var name = form.required("milestone", Fields.oneOf(Name.class));
    if (name.filter(Name.MONTHS_IN_SERVICE::equals).isEmpty()) {
      form.refuse("months", "not-with-milestone", "This goes with months-in-service only.");
    }
    if (name.filter(Name.ON_DAY::equals).isEmpty()) {
      form.refuse("day", "not-with-milestone", "This goes with on-day only.");
    }
    return name.flatMap(each ->
        switch (each) {
          case HIRE_AGREED -> Optional.of(Milestone.HIRE_AGREED);
          case FIRST_WORKING_DAY -> Optional.of(Milestone.FIRST_WORKING_DAY);
          case END_OF_PROBATION -> Optional.of(Milestone.END_OF_PROBATION);
          case MONTHS_IN_SERVICE ->
              form.required("months", Fields.whole(1, MonthsServed.LONGEST)).map(MonthsServed::new);
          case ON_DAY -> form.<LocalDate>required("day", Fields::date).map(Milestone.OnDay::new);
        });
  }

  /// The payroll's calendar.
  static Optional<PayrollCalendar> payroll(Form form) {
    var payDay = form.required("payDay", Fields.whole(1, 31));
    var cutOff =
        form.required("cutOffWorkingDays", Fields.whole(0, PayrollCalendar.EARLIEST_CUT_OFF));
    var extra = new ArrayList<PayRun>();
    if (form.has("extraRuns")) {
      form.objects("extraRuns", MOST_EXTRA_RUNS).forEach(one -> run(one).ifPresent(extra::add));
    }
    var more =
        form.optional(
                "morePayDays",
                Fields.listOf(Fields.whole(1, 31), PayrollCalendar.MOST_PAY_DAYS - 1))
            .orElse(List.of());
    if (more.contains(payDay.orElse(0)) || Set.copyOf(more).size() < more.size()) {
      form.error("morePayDays", "duplicate", "Each day once, and not payDay again.");
      return Optional.empty();
    }
    return payDay.flatMap(
        day -> cutOff.map(before -> new PayrollCalendar(day, before, extra, more)));
  }

  private static Optional<PayRun> run(Form form) {
    var cutOff = form.required("cutOff", Fields::date);
    var payDay = form.required("payDay", Fields::date);
    if (cutOff.isEmpty() || payDay.isEmpty()) {
      return Optional.empty();
    }
    if (payDay.get().isBefore(cutOff.get())) {
      form.error("payDay", "dates-contradict", "On or after the cut-off.");
      return Optional.empty();
    }
    return Optional.of(new PayRun(cutOff.get(), payDay.get()));
  }

  /// Writes the payroll's calendar.
  static ObjectNode payroll(PayrollCalendar payroll) {
    var json = Json.object();
    json.put("payDay", payroll.payDay());
    json.put("cutOffWorkingDays", payroll.cutOffWorkingDays());
    if (!payroll.morePayDays().isEmpty()) {
      var more = json.putArray("morePayDays");
      payroll.morePayDays().forEach(more::add);
    }
    if (!payroll.extraRuns().isEmpty()) {
      var extra = json.putArray("extraRuns");
      for (var run : payroll.extraRuns()) {
        extra
            .addObject()
            .put("cutOff", run.cutOff().toString())
            .put("payDay", run.payDay().toString());
      }
    }
    return json;
  }

  /// Writes a milestone among the other fields of whatever is due at it.
  static ObjectNode put(ObjectNode json, Milestone milestone) {
    return switch (milestone) {
      case Milestone.HireAgreed _ -> put(json, Name.HIRE_AGREED);
      case Milestone.FirstWorkingDay _ -> put(json, Name.FIRST_WORKING_DAY);
      case Milestone.EndOfProbation _ -> put(json, Name.END_OF_PROBATION);
      case MonthsServed(var months) -> put(json, Name.MONTHS_IN_SERVICE).put("months", months);
      case Milestone.OnDay(var day) -> put(json, Name.ON_DAY).put("day", day.toString());
    };
  }

  private static ObjectNode put(ObjectNode json, Name name) {
    return json.put("milestone", Wire.name(name));
  }

  /// Writes how a reward is cut.
  static void put(ArrayNode list, List<InstalmentTerm> terms) {
    for (var i = 0; i < terms.size(); i++) {
      var json = put(list.addObject().put("number", i + 1), terms.get(i).milestone());
      switch (terms.get(i)) {
        case InstalmentTerm.Share(_, var percent) -> {
          var _ = json.put("share", percent);
        }
        case InstalmentTerm.Fixed(_, var amount) -> {
          var _ = json.set("amount", Answers.money(amount));
        }
        case InstalmentTerm.InKind(_, var benefit) -> put(json, Optional.of(benefit));
      }
    }
  }
}
