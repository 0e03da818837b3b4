package io.referralflow.json;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.hire.Report;
import io.referralflow.invitation.ReadInvitation.Invitation;
import io.referralflow.payout.ListPayouts;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Page;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.referral.View;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayoutReference;
import io.referralflow.reward.Reward;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.ListOwnReferrals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of answers, as openapi.yaml describes them.
public final class Answers {

  private static final List<String> RIGHTS =
      List.of(
          "access",
          "rectification",
          "erasure",
          "restriction",
          "portability",
          "objection",
          "withdrawal",
          "complaint");

  private Answers() {}

  public static String me(Caller caller) {
    var json = Json.object();
    json.put("id", caller.id().value());
    json.put("name", caller.employee().name());
    json.put("email", caller.employee().email().value());
    var roles = json.putArray("roles");
    for (var role : Role.values()) {
      if (caller.has(role)) {
        roles.add(Wire.name(role));
      }
    }
    return json.toString();
  }

  public static String vacancy(Vacancy vacancy, Optional<Terms> terms) {
    return vacancyNode(vacancy, terms).toString();
  }

  public static String vacancies(Page<Vacancy> page, Optional<Terms> terms) {
    return page(page, vacancy -> vacancyNode(vacancy, terms));
  }

  private static ObjectNode vacancyNode(Vacancy vacancy, Optional<Terms> terms) {
    var json = Json.object();
    json.put("id", vacancy.id().value());
    json.put("title", vacancy.title());
    json.put("functionLevel", vacancy.functionLevel());
    json.put("profile", vacancy.profile());
    json.put("status", vacancy.open() ? "open" : "closed");
    var reward = json.putArray("reward");
    terms
        .flatMap(known -> known.reward(vacancy.functionLevel()))
        .map(Reward::instalments)
        .orElse(List.of())
        .forEach(instalment -> {
          var line = reward.addObject();
          line.put("number", instalment.number());
          line.put("milestone", Wire.name(instalment.milestone()));
          line.set("amount", money(instalment.amount()));
        });
    return json;
  }

  public static String terms(Terms terms) {
    var json = Json.object();
    json.put("version", terms.version());
    json.put("publishedAt", terms.publishedAt().toString());
    var text = json.putObject("text");
    terms.text().forEach((language, words) -> text.put(language.tag(), words));
    var rules = json.putObject("rules");
    var levels = rules.putArray("levels");
    for (var level : terms.levels()) {
      levels
          .addObject()
          .put("functionLevel", level.functionLevel())
          .set("amount", money(level.amount()));
    }
    var instalments = rules.putArray("instalments");
    for (var i = 0; i < terms.instalments().size(); i++) {
      instalments
          .addObject()
          .put("number", i + 1)
          .put("milestone", Wire.name(terms.instalments().get(i).milestone()))
          .put("share", terms.instalments().get(i).share());
    }
    rules.put("probationMonths", terms.probationMonths());
    rules.put("promiseDays", terms.promiseDays());
    rules.put("severalReferrers", Wire.name(Requests.Several.LOWEST_RECEIPT));
    rules.put("eligibilityMonths", terms.eligibilityMonths());
    return json.toString();
  }

  public static String settings(Settings settings) {
    var json = Json.object();
    json.put("organisation", settings.organisation());
    json.put("financeEmail", settings.financeEmail().value());
    json.put("timeZone", settings.zone().getId());
    json.put("defaultLanguage", settings.language().tag());
    json.put("invitationReminderDays", settings.reminderAfter().toDays());
    json.put("invitationExpiryDays", settings.expiryAfter().toDays());
    json.put("referrerNoticeDelayHours", settings.noticeDelay().toHours());
    return json.toString();
  }

  public static String submission(
      ReferralId id, long receiptNumber, Instant receivedAt, int termsVersion) {
    var json = Json.object();
    json.put("id", id.value());
    json.put("state", Wire.name(StateName.INVITED));
    json.set("receipt", receipt(receiptNumber, receivedAt));
    json.putObject("terms").put("version", termsVersion);
    return json.toString();
  }

  public static String ownReferrals(Page<ListOwnReferrals.Line> page) {
    return page(
        page,
        line -> {
          var json = Json.object();
          json.put("id", line.particulars().id().value());
          json.putObject("receipt").put("number", line.particulars().receiptNumber());
          json.put("state", Wire.name(line.state()));
          json.set("candidate", candidateName(line.candidateName()));
          json.put("vacancyId", line.particulars().vacancy().value());
          json.put("submittedAt", line.particulars().submittedAt().toString());
          return json;
        });
  }

  public static String ownReferral(Referral referral, View view, Optional<String> candidateName) {
    var json = referral(referral.particulars(), view);
    json.set("candidate", candidateName(candidateName));
    return json.toString();
  }

  public static String wholeReferral(
      Referral referral, View view, Optional<Candidate> candidate, String referrerName) {
    var json = referral(referral.particulars(), view);
    json.put(
        "heldBecause", referral instanceof Referral.Held held ? Wire.name(held.because()) : null);
    json.putObject("referrer")
        .put("id", referral.particulars().referrer().value())
        .put("name", referrerName);
    var person = json.putObject("candidate");
    put(person, "name", candidate.map(Candidate::name));
    put(person, "email", candidate.map(Candidate::email).map(Email::value));
    put(person, "phone", candidate.flatMap(Candidate::phone));
    put(person, "linkedin", candidate.flatMap(Candidate::linkedin));
    put(person, "language", candidate.map(who -> who.language().tag()));
    described(json, candidate);
    return json.toString();
  }

  private static ObjectNode referral(Particulars particulars, View view) {
    var json = Json.object();
    json.put("id", particulars.id().value());
    json.put("vacancyId", particulars.vacancy().value());
    json.set("receipt", receipt(particulars.receiptNumber(), particulars.submittedAt()));
    json.putObject("terms").put("version", particulars.terms().version());
    json.put("submittedAt", particulars.submittedAt().toString());
    json.put("state", Wire.name(view.state()));
    var timeline = json.putArray("timeline");
    view.timeline().forEach(entry -> timeline.add(timelineEntry(entry)));
    var instalments = json.putArray("instalments");
    view.instalments().forEach(line -> instalments.add(instalment(line)));
    var next = json.putObject("nextStep");
    next.put("kind", Wire.name(view.nextStep().kind()));
    put(next, "by", view.nextStep().by().map(LocalDate::toString));
    return json;
  }

  private static ObjectNode timelineEntry(TimelineEntry entry) {
    var json = Json.object();
    json.put("at", entry.at().toString());
    json.put("kind", Wire.name(entry.kind()));
    entry.stage().ifPresent(stage -> json.put("stage", Wire.name(stage)));
    entry.reason().ifPresent(reason -> json.put("reason", Wire.name(reason)));
    entry.instalment().ifPresent(number -> json.put("instalment", number));
    return json;
  }

  private static ObjectNode instalment(View.ShownInstalment line) {
    var json = Json.object();
    json.put("number", line.instalment().number());
    json.put("milestone", Wire.name(line.instalment().milestone()));
    json.set("amount", money(line.instalment().amount()));
    put(json, "dueOn", line.dueOn().map(LocalDate::toString));
    put(json, "promisedOn", line.promisedOn().map(LocalDate::toString));
    put(json, "paidOn", line.paidOn().map(LocalDate::toString));
    json.put("state", Wire.name(line.state()));
    return json;
  }

  public static String state(ReferralId id, StateName state) {
    return Json.object().put("id", id.value()).put("state", Wire.name(state)).toString();
  }

  public static String invitation(Invitation invitation) {
    var json = Json.object();
    json.put("state", Wire.name(invitation.state()));
    json.put("organisation", invitation.organisation());
    json.putObject("referrer").put("name", invitation.referrerName());
    json.putObject("vacancy")
        .put("id", invitation.vacancy().id().value())
        .put("title", invitation.vacancy().title())
        .put("functionLevel", invitation.vacancy().functionLevel())
        .put("profile", invitation.vacancy().profile());
    json.set("stored", invitation.stored().<JsonNode>map(Answers::stored).orElse(null));
    put(json, "feedback", invitation.feedback().map(Wire::name));
    put(json, "keep", invitation.keep().map(Wire::name));
    put(json, "keptUntil", invitation.keptUntil().map(LocalDate::toString));
    var rights = json.putArray("rights");
    RIGHTS.forEach(rights::add);
    return json.toString();
  }

  private static ObjectNode stored(Candidate candidate) {
    var json = Json.object();
    json.put("name", candidate.name());
    json.put("email", candidate.email().value());
    put(json, "phone", candidate.phone());
    put(json, "linkedin", candidate.linkedin());
    json.put("language", candidate.language().tag());
    described(json, Optional.of(candidate));
    return json;
  }

  private static void described(ObjectNode json, Optional<Candidate> candidate) {
    put(json, "relation", candidate.flatMap(Candidate::relation).map(Wire::name));
    put(json, "introduction", candidate.flatMap(Candidate::introduction));
    var fit = candidate.map(Candidate::fit).filter(known -> known.isPresent());
    json.put("fit", fit.map(known -> known.getAsInt()).orElse(null));
  }

  public static String invitationOutcome(StateName state, Optional<LocalDate> keptUntil) {
    var json = Json.object();
    json.put("state", Wire.name(state));
    put(json, "keptUntil", keptUntil.map(LocalDate::toString));
    return json.toString();
  }

  public static String worklist(Page<ReadWorklist.Item> page) {
    return page(
        page,
        item -> {
          var json = Json.object();
          json.put("referralId", item.id().value());
          json.set("candidate", candidateName(item.candidateName()));
          json.put("vacancyId", item.vacancy().value());
          json.put("waitsFor", Wire.name(item.waitsFor()));
          json.put("since", item.since().toString());
          return json;
        });
  }

  public static String enteredEvent(String eventId, boolean agreed) {
    return Json.object().put("id", eventId).put("state", agreed ? "agreed" : "pending").toString();
  }

  /// Entries that wait for agreement.
  ///
  /// @param name the name of whoever entered one
  public static String pendingEvents(Page<Entry> page, Function<Entry, String> name) {
    return page(
        page,
        entry -> {
          var json = Json.object();
          json.put("id", entry.event().id());
          json.put("type", type(entry.event().report()));
          json.put("occurredAt", entry.event().report().stamp().occurredAt().toString());
          json.set("data", Json.parse(entry.data()).orElseGet(Json::object));
          json.putObject("enteredBy")
              .put("id", entry.enteredBy().value())
              .put("name", name.apply(entry));
          json.put("enteredAt", entry.enteredAt().toString());
          json.put("state", "pending");
          return json;
        });
  }

  private static String type(Report report) {
    return switch (report) {
      case Report.Hired _ -> "CandidateHired";
      case Report.StartMoved _ -> "StartDateChanged";
      case Report.ProbationChanged _ -> "ProbationChanged";
      case Report.Cancelled _ -> "HireCancelled";
      case Report.Ended _ -> "EmploymentEnded";
    };
  }

  public static String payouts(Page<ListPayouts.Line> page, PayoutState state) {
    return page(
        page,
        line -> {
          var payout = line.payout();
          var json = Json.object();
          json.put("id", payout.referral().value() + "-" + payout.instalment());
          json.put("referralId", payout.referral().value());
          json.put("receiptNumber", payout.receiptNumber());
          json.put("instalment", payout.instalment());
          json.putObject("payee").put("id", payout.payee().value()).put("name", line.payeeName());
          json.set("amount", money(payout.amount()));
          json.put("dueOn", payout.dueOn().toString());
          json.put("promisedOn", payout.promisedOn().toString());
          json.put("reference", PayoutReference.of(payout.receiptNumber(), payout.instalment()));
          json.put("state", Wire.name(state));
          json.putNull("heldBecause");
          put(json, "paidOn", payout.paidOn().map(LocalDate::toString));
          return json;
        });
  }

  public static String confirmation(String payoutId, Requests.Confirmation confirmed) {
    var json = Json.object();
    json.put("id", payoutId);
    json.put("state", "paid");
    json.put("paidOn", confirmed.paidOn().toString());
    json.set("amount", money(confirmed.amount()));
    json.put("reference", confirmed.reference());
    return json.toString();
  }

  public static String failures(Page<Failure> page) {
    return page(
        page,
        failure -> {
          var json = Json.object();
          json.put("id", failure.id());
          json.put("kind", Wire.name(failure.kind()));
          json.put("reason", failure.reason());
          json.put("at", failure.at().toString());
          put(json, "eventId", failure.eventId());
          return json;
        });
  }

  /// An error as RFC 9457 describes it.
  public static String problem(Problem problem) {
    var json = Json.object();
    json.put("type", "urn:referralflow:problem:" + problem.type());
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("instance", "urn:request:" + problem.requestId());
    problem.detail().ifPresent(detail -> json.put("detail", detail));
    if (!problem.errors().isEmpty()) {
      var errors = json.putArray("errors");
      for (var error : problem.errors()) {
        errors
            .addObject()
            .put("field", error.field())
            .put("code", error.code())
            .put("message", error.message());
      }
    }
    problem
        .earlier()
        .ifPresent(earlier -> {
          json.put("referralId", earlier.id().value());
          json.set("receipt", receipt(earlier.receiptNumber(), earlier.receivedAt()));
        });
    return json.toString();
  }

  private static <T> String page(Page<T> page, Function<T, JsonNode> item) {
    var json = Json.object();
    var items = json.putArray("items");
    page.items().forEach(each -> items.add(item.apply(each)));
    put(json, "next", page.next());
    return json.toString();
  }

  private static ObjectNode receipt(long number, Instant receivedAt) {
    return Json.object().put("number", number).put("receivedAt", receivedAt.toString());
  }

  private static ObjectNode candidateName(Optional<String> name) {
    var json = Json.object();
    put(json, "name", name);
    return json;
  }

  private static ObjectNode money(Money money) {
    return Json.object()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency().getCurrencyCode());
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    json.put(name, value.orElse(null));
  }
}
