package io.referralflow.json;

import io.referralflow.figures.Assumptions;
import io.referralflow.figures.ChangedPlan;
import io.referralflow.figures.Liability;
import io.referralflow.figures.Parity;
import io.referralflow.figures.PromiseKept;
import io.referralflow.figures.ReadForecast.Forecast;
import io.referralflow.figures.ReadParity;
import io.referralflow.figures.ReadPromiseKept.Month;
import io.referralflow.figures.ReadPromiseKept.Months;
import io.referralflow.figures.ReadProvision;
import io.referralflow.reward.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The programme's figures on the wire.
public final class FiguresJson {

  private static final int MOST_DAYS = 730;
  private static final int ALL = 100;
  private static final int DECIMALS = 4;
  private static final int LONGEST_PROBATION = 24;

  private FiguresJson() {}

  public static String promiseKept(Months kept) {
    var json = Json.object();
    json.put("asOf", kept.asOf().toString());
    var months = json.putArray("months");
    kept.months().forEach(month -> months.add(month(month)));
    return json.toString();
  }

  private static ObjectNode month(Month month) {
    var json = Json.object().put("month", month.all().month().toString());
    put(json, month.all());
    var programmes = json.putArray("programmes");
    month
        .programmes()
        .forEach((programme, kept) -> {
          var one = programmes.addObject().put("programmeId", programme.value());
          put(one, kept);
        });
    return json;
  }

  private static void put(ObjectNode json, PromiseKept counts) {
    json.put("promised", counts.promised())
        .put("kept", counts.kept())
        .put("late", counts.late())
        .put("open", counts.open())
        .put("share", counts.share().orElse(null));
  }

  public static String forecast(Forecast forecast) {
    var json = Json.object();
    json.put("asOf", forecast.asOf().toString());
    json.set("assumptions", assumptions(forecast.assumptions()));
    put(json.putArray("lines"), forecast.lines());
    forecast.changed().ifPresent(lines -> put(json.putArray("changed"), lines));
    return json.toString();
  }

  private static ObjectNode assumptions(Assumptions supposed) {
    return Json.object()
        .put("invitedDays", supposed.invitedDays())
        .put("screeningDays", supposed.screeningDays())
        .put("hiringDays", supposed.hiringDays())
        .put("startDays", supposed.startDays())
        .put("invitedRate", supposed.invitedRate())
        .put("screeningRate", supposed.screeningRate())
        .put("hiringRate", supposed.hiringRate())
        .put("heldRate", supposed.heldRate());
  }

  private static void put(ArrayNode array, List<Liability> lines) {
    for (var line : lines) {
      var json =
          Json.object()
              .put("month", line.month().toString())
              .put("likelihood", Wire.name(line.likelihood()))
              .put("instalments", line.instalments());
      json.set("amount", Answers.money(new Money(line.minorUnits(), line.currency())));
      json.set("expected", Answers.money(new Money(line.expected(), line.currency())));
      array.add(json);
    }
  }

  public static String provision(ReadProvision.Month month) {
    var json = Json.object();
    json.put("asOf", month.asOf().toString());
    var lines = json.putArray("lines");
    for (var line : month.lines()) {
      var one =
          Json.object()
              .put("entity", line.entity().orElse(null))
              .put("costCentre", line.costCentre().orElse(null))
              .put("kind", Wire.name(line.kind()))
              .put("instalments", line.instalments());
      one.set("amount", Answers.money(new Money(line.minorUnits(), line.currency())));
      lines.add(one);
    }
    return json.toString();
  }

  public static String parity(ReadParity.Report report) {
    var json = Json.object();
    json.put("asOf", report.asOf().toString());
    json.put("complete", report.complete());
    var kinds = json.putArray("kinds");
    for (var row : report.rows()) {
      var kind = Json.object();
      kind.put("kind", Wire.name(row.kind()));
      kind.put("referrals", row.referrals());
      kind.set("answerDays", figure(row.days()));
      kind.set("accepted", figure(row.accepted()));
      kind.set("paid", figure(row.paid()));
      kinds.add(kind);
    }
    return json.toString();
  }

  private static ObjectNode figure(Parity.Figure figure) {
    return Json.object()
        .put("value", rounded(figure.value()))
        .put("chance", figure.chance().map(FiguresJson::rounded).orElse(null))
        .put("differs", figure.differs());
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /// A plan to be tried out, and what is supposed.
  public record WhatIf(Assumptions assumptions, ChangedPlan plan) {}

  public static Decoded<WhatIf> whatIf(String body) {
    return Form.read(
        body,
        form -> {
          var plan = form.object("plan");
          var levels = plan.map(Requests::levels).orElse(List.of());
          var instalments =
              plan.map(rules -> Plans.instalments(rules, Optional.empty())).orElse(List.of());
          plan.ifPresent(rules -> Requests.judgeCut(rules, levels, instalments));
          var probation =
              plan.flatMap(
                  rules -> rules.required("probationMonths", Fields.whole(0, LONGEST_PROBATION)));
          var supposed =
              form.has("assumptions")
                  ? form.object("assumptions").map(FiguresJson::supposed)
                  : Optional.of(Assumptions.USUAL);
          return probation.isEmpty() || supposed.isEmpty()
              ? null
              : new WhatIf(supposed.get(), new ChangedPlan(levels, instalments, probation.get()));
        });
  }

  /// What is absent is supposed as usual.
  private static Assumptions supposed(Form form) {
    var usual = Assumptions.USUAL;
    return new Assumptions(
        form.optional("invitedDays", Fields.whole(0, MOST_DAYS)).orElse(usual.invitedDays()),
        form.optional("screeningDays", Fields.whole(0, MOST_DAYS)).orElse(usual.screeningDays()),
        form.optional("hiringDays", Fields.whole(0, MOST_DAYS)).orElse(usual.hiringDays()),
        form.optional("startDays", Fields.whole(0, MOST_DAYS)).orElse(usual.startDays()),
        form.optional("invitedRate", Fields.whole(0, ALL)).orElse(usual.invitedRate()),
        form.optional("screeningRate", Fields.whole(0, ALL)).orElse(usual.screeningRate()),
        form.optional("hiringRate", Fields.whole(0, ALL)).orElse(usual.hiringRate()),
        form.optional("heldRate", Fields.whole(0, ALL)).orElse(usual.heldRate()));
  }
}
