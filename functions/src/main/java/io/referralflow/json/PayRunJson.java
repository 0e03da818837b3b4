package io.referralflow.json;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.payout.ConfirmPayouts;
import io.referralflow.payout.PayrollField;
import io.referralflow.payout.PayrollTarget;
import io.referralflow.payout.PayrollTarget.Column;
import io.referralflow.payout.ReadPayRun.Item;
import io.referralflow.payout.ReadPayRun.Run;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayoutReference;
import io.referralflow.reward.RewardKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pay runs, the columns of payroll systems, and files of payments on the wire.
public final class PayRunJson {

  private static final int MOST_COLUMNS = 50;
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_REFERENCE = 64;

  private PayRunJson() {}

  public static String run(Run run) {
    var json = Json.object();
    json.put("payDay", run.payDay().toString());
    json.put("cutOff", run.cutOff().map(LocalDate::toString).orElse(null));
    var items = json.putArray("items");
    for (var item : run.items()) {
      var payout = item.payout();
      var line = items.addObject();
      line.put("id", payout.referral().value() + "-" + payout.instalment());
      line.put("reference", PayoutReference.of(payout.receiptNumber(), payout.instalment()));
      line.putObject("payee").put("id", payout.payee().value()).put("name", item.payeeName());
      line.put("personnelNumber", item.colleague().map(Colleague::personnelNumber).orElse(null));
      line.put("entity", said(item, Detail.ENTITY));
      line.put("costCentre", said(item, Detail.COST_CENTRE));
      line.put("wageCode", said(item, Detail.WAGE_CODE));
      line.set("amount", Answers.money(payout.amount()));
      Plans.put(line, payout.benefit());
      run.settings()
          .flatMap(known -> known.taxLabel(payout.kind()))
          .ifPresent(label -> line.put("taxLabel", label));
      line.put("dueOn", payout.dueOn().toString());
      line.put("state", Answers.state(payout));
      line.put("heldBecause", payout.heldBecause().map(Wire::name).orElse(null));
      line.put("paidOn", payout.paidOn().map(LocalDate::toString).orElse(null));
      payout
          .correction()
          .ifPresent(known -> line.set("correctedAmount", Answers.money(known.paid())));
    }
    var totals = json.putArray("totals");
    totals(run).values().forEach(total -> totals.add(Answers.money(total)));
    return json.toString();
  }

  private static @Nullable String said(Item item, Detail detail) {
    return item.colleague().flatMap(colleague -> colleague.text(detail)).orElse(null);
  }

  /// What is still to be paid, by currency.
  private static Map<String, Money> totals(Run run) {
    return run.items().stream()
        .map(Item::payout)
        .filter(Payout::isToBePaid)
        .filter(payout -> payout.kind() == RewardKind.MONEY)
        .map(payout -> payout.amount())
        .collect(
            Collectors.toMap(
                amount -> amount.currency().getCurrencyCode(),
                amount -> amount,
                Money::plus,
                TreeMap::new));
  }

  /// The columns of a payroll system.
  public static Decoded<PayrollTarget> target(String name, String body) {
    return Form.read(
        body,
        form -> {
          var columns = new ArrayList<Column>();
          var titles = new HashSet<String>();
          for (var column : form.objects("columns", MOST_COLUMNS)) {
            var title = column.required("title", Fields.line(LONGEST_TITLE));
            var field = column.required("field", Fields.oneOf(PayrollField.class));
            var isConstant = field.filter(PayrollField.CONSTANT::equals).isPresent();
            Optional<String> constant = Optional.empty();
            if (isConstant) {
              constant = column.required("constant", Fields.line(LONGEST_TITLE));
            } else {
              column.refuse("constant", "not-with-field", "This goes with a constant only.");
            }
            if (title.isPresent() && !titles.add(title.get())) {
              column.error("title", "duplicate", "There is such a column already.");
            }
            if (title.isPresent() && field.isPresent()) {
              columns.add(new Column(title.get(), field.get(), constant));
            }
          }
          return new PayrollTarget(name, columns);
        });
  }

  public static String target(PayrollTarget target) {
    var json = Json.object().put("name", target.name());
    var columns = json.putArray("columns");
    for (var column : target.columns()) {
      var line = columns.addObject().put("title", column.title());
      line.put("field", Wire.name(column.field()));
      column.constant().ifPresent(text -> line.put("constant", text));
    }
    return json.toString();
  }

  /// A field by its name on the wire.
  public static String name(PayrollField field) {
    return Wire.name(field);
  }

  /// The columns of a file of payments, all of them needed.
  public static List<String> paymentColumns() {
    return List.of("reference", "paidOn", "amount");
  }

  /// A line of a file of payments.
  ///
  /// @param cells by the names of [#paymentColumns]
  public static Decoded<ConfirmPayouts.Line> payment(long number, Map<String, String> cells) {
    var node = Json.object();
    cells.forEach((name, cell) -> {
      if (!cell.isEmpty()) {
        node.put(name, cell);
      }
    });
    return Form.read(
        node,
        form -> {
          var reference = form.required("reference", Fields.line(LONGEST_REFERENCE));
          var paidOn = form.required("paidOn", Fields::date);
          var amount = form.required("amount", Fields::amount);
          return reference.isEmpty() || paidOn.isEmpty() || amount.isEmpty()
              ? null
              : new ConfirmPayouts.Line(
                  number, reference.get(), paidOn.get(), new BigDecimal(amount.get()));
        });
  }

  /// What became of a file of payments.
  ///
  /// @param confirmed how many lines are confirmed, now or before
  /// @param lines what is wrong with the others, by their numbers
  public static String confirmed(int confirmed, Map<Long, List<FieldError>> lines) {
    var json = Json.object().put("confirmed", confirmed);
    FileJson.put(json.putArray("refused"), lines);
    return json.toString();
  }
}
