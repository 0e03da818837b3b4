package io.referralflow.json;

import io.referralflow.audit.Finding;
import io.referralflow.audit.ReadBrake.Shown;
import io.referralflow.audit.ReportBeforePaying.Report;
import io.referralflow.port.Brake.Change;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Standing;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The brake and the report before paying on the wire.
public final class BrakeJson {

  private static final int LONGEST_REASON = 500;
  private static final int MOST_CHANGES = 1_000_000;

  private BrakeJson() {}

  /// What a person wants of the brake.
  ///
  /// @param version the version that the person has seen
  public record Wanted(boolean frozen, String reason, Optional<Long> version) {}

  public static Decoded<Wanted> order(String body) {
    return Form.read(
        body,
        form -> {
          var frozen = form.required("frozen", Fields::flag);
          var reason = form.required("reason", Fields.fullProse(LONGEST_REASON));
          var version = form.optional("version", Fields.whole(0, MOST_CHANGES));
          return frozen.isEmpty() || reason.isEmpty()
              ? null
              : new Wanted(frozen.get(), reason.get(), version.map(Integer::longValue));
        });
  }

  public static String standing(Shown<Standing> shown) {
    var standing = shown.about();
    var json = Json.object();
    json.put("frozen", standing.isFrozen());
    json.put("version", standing.version());
    var reasons = json.putArray("reasons");
    standing.pulls().forEach(pull -> reasons.add(pull(pull, shown.names())));
    return json.toString();
  }

  public static String changes(Shown<Page<Change>> shown) {
    var json = Json.object();
    var items = json.putArray("items");
    for (var change : shown.about().items()) {
      items.add(
          switch (change) {
            case Change.Pulled(var pull) -> pull(pull, shown.names()).put("frozen", true);
            case Change.Thawed(Thaw(var by, var reason, var at)) -> {
              var item = Json.object();
              item.putNull("cause");
              item.putNull("referralId");
              item.set("by", person(by, shown.names()));
              yield item.put("reason", reason).put("at", at.toString()).put("frozen", false);
            }
          });
    }
    json.put("next", shown.about().next().orElse(null));
    return json.toString();
  }

  private static ObjectNode pull(Pull pull, Map<EmployeeId, String> names) {
    var json = Json.object();
    json.put("cause", Wire.name(pull.cause()));
    json.put("referralId", pull.referral().map(ReferralId::value).orElse(null));
    pull.by().ifPresentOrElse(by -> json.set("by", person(by, names)), () -> json.putNull("by"));
    return json.put("reason", pull.reason()).put("at", pull.at().toString());
  }

  private static ObjectNode person(EmployeeId id, Map<EmployeeId, String> names) {
    return Json.object().put("id", id.value()).put("name", names.getOrDefault(id, ""));
  }

  public static String report(Report report) {
    var json = Json.object();
    json.put("at", report.at().toString());
    json.put("until", report.until().toString());
    json.put("differences", report.differences());
    var items = json.putArray("items");
    for (var line : report.lines()) {
      var item = items.addObject();
      item.put("referralId", line.referral().value());
      item.put("receiptNumber", line.receiptNumber());
      item.put("instalment", line.instalment());
      item.set("amount", Answers.money(line.amount()));
      item.put("dueOn", line.dueOn().toString());
      item.put("when", Wire.name(line.when()));
      item.put("finding", line.finding().map(BrakeJson::finding).orElse(null));
    }
    var broken = json.putArray("broken");
    for (var record : report.unreadable()) {
      broken
          .addObject()
          .put("referralId", record.referral().value())
          .put("finding", finding(record.finding()));
    }
    return json.toString();
  }

  private static String finding(Finding finding) {
    return Wire.name(finding);
  }
}
