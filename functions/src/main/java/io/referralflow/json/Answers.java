package io.referralflow.json;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Language;
import io.referralflow.hire.Employment;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Register;
import io.referralflow.hire.Report;
import io.referralflow.invitation.GiveCopy.Copy;
import io.referralflow.invitation.ReadInvitation.Invitation;
import io.referralflow.payout.CorrectPayout;
import io.referralflow.payout.ListHeldPayouts;
import io.referralflow.payout.ListPayouts;
import io.referralflow.port.Entries.Entry;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Page;
import io.referralflow.port.Post.Announcement;
import io.referralflow.port.Referrals.Payout;
import io.referralflow.programme.Phase;
import io.referralflow.programme.Procedure;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.ThankYou;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.recognition.ReadThanks;
import io.referralflow.referral.Decision;
import io.referralflow.referral.Particulars;
import io.referralflow.referral.Passage;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.referral.TimelineEntry;
import io.referralflow.referral.View;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayoutReference;
import io.referralflow.reward.Reward;
import io.referralflow.screening.ReadWorklist;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.ListOwnReferrals;
import io.referralflow.submission.Offered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of answers, as openapi.yaml describes them.
public final class Answers {

  private static final int SHOWN = 5;

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

  /// A vacancy; who edits vacancies sees whom it reports to.
  public static String vacancy(Offered offered, boolean forEditor) {
    return vacancyNode(offered, forEditor).toString();
  }

  public static String vacancies(Page<Offered> page, boolean forEditor) {
    return page(page, offered -> vacancyNode(offered, forEditor));
  }

  private static ObjectNode vacancyNode(Offered offered, boolean forEditor) {
    var vacancy = offered.vacancy();
    var json = Json.object();
    json.put("id", vacancy.id().value());
    json.put("title", vacancy.title());
    json.put("functionLevel", vacancy.functionLevel());
    json.put("profile", vacancy.profile());
    json.put("status", vacancy.open() ? "open" : "closed");
    json.put("inProgramme", vacancy.inProgramme());
    vacancy
        .plan()
        .ifPresent(plan -> {
          var own = json.putObject("plan");
          own.set("amount", money(plan.total()));
          Plans.put(own.putArray("instalments"), plan.instalments());
        });
    vacancy
        .hiringManager()
        .filter(_ -> forEditor)
        .ifPresent(manager -> json.put("hiringManager", manager));
    var reward = json.putArray("reward");
    offered
        .reward()
        .map(Reward::instalments)
        .orElse(List.of())
        .forEach(instalment -> {
          var line = reward.addObject();
          line.put("number", instalment.number());
          Plans.put(Plans.put(line, instalment.milestone()), instalment);
        });
    return json;
  }

  /// A version of the terms.
  ///
  /// @param summary the lines that are made from the rules, per language
  public static String terms(Terms terms, Map<Language, List<String>> summary) {
    var json = Json.object();
    json.put("version", terms.version());
    json.put("publishedAt", terms.publishedAt().toString());
    json.put("effectiveFrom", terms.effectiveFrom().toString());
    var text = json.putObject("text");
    terms.text().forEach((language, words) -> text.put(language.tag(), words));
    var lines = json.putObject("summary");
    for (var language : Language.values()) {
      var list = lines.putArray(language.tag());
      summary.getOrDefault(language, List.of()).forEach(list::add);
    }
    var rules = json.putObject("rules");
    var levels = rules.putArray("levels");
    for (var level : terms.levels()) {
      var one = levels.addObject().put("functionLevel", level.functionLevel());
      one.set("amount", money(level.amount()));
      if (!level.instalments().isEmpty()) {
        Plans.put(one.putArray("instalments"), level.instalments());
      }
    }
    Plans.put(rules.putArray("instalments"), terms.instalments());
    rules.put("probationMonths", terms.probationMonths());
    rules.put("promiseDays", terms.promise().days());
    terms.promise().payroll().ifPresent(payroll -> rules.set("payroll", Plans.payroll(payroll)));
    RuleBookJson.put(rules, terms.rules());
    rules.put("eligibilityMonths", terms.eligibilityMonths());
    return json.toString();
  }

  /// How far telling of a version of the terms has come.
  public static String announcement(int version, Announcement announcement) {
    return Json.object()
        .put("version", version)
        .put("gathering", announcement.gathering())
        .put("told", announcement.told())
        .put("toBeTold", announcement.toBeTold())
        .put("passedOver", announcement.passedOver())
        .put("givenUp", announcement.givenUp())
        .toString();
  }

  /// The terms that are announced, as a list of one or none.
  public static String upcoming(Optional<String> terms) {
    return "{\"items\":[" + terms.orElse("") + "]}";
  }

  /// The first of some days, and how many there are beside them.
  public static String firstDays(List<LocalDate> days) {
    return first(days.stream().map(LocalDate::toString).toList());
  }

  /// The first of some vacancies, each with its level, for a sentence.
  public static String firstLevels(List<Vacancy> vacancies) {
    return first(
        vacancies.stream()
            .map(vacancy -> vacancy.id().value() + " (" + vacancy.functionLevel() + ")")
            .toList());
  }

  private static String first(List<String> all) {
    var more = all.size() - SHOWN;
    return all.stream().limit(SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  public static String settings(Settings settings) {
    var json = Json.object();
    json.put("organisation", settings.organisation());
    json.put("financeEmail", settings.financeEmail().value());
    put(json, "privacyEmail", settings.privacyEmail().map(Email::value));
    json.put("timeZone", settings.zone().getId());
    json.put("defaultLanguage", settings.language().tag());
    json.put("invitationReminderDays", settings.reminderAfter().toDays());
    json.put("invitationExpiryDays", settings.expiryAfter().toDays());
    json.put("referrerNoticeDelayHours", settings.noticeDelay().toHours());
    json.put("payoutMail", Wire.name(settings.payoutMail()));
    json.put("termsNoticeDays", settings.termsNotice().toDays());
    settings.thankYou().ifPresent(known -> put(json.putObject("thankYou"), known));
    var phases = json.putArray("phases");
    settings.procedure().phases().forEach(phase -> phases.add(phase(phase)));
    if (!settings.handling().isEmpty()) {
      var kinds = json.putArray("rewardKinds");
      settings
          .handling()
          .forEach((kind, handling) -> {
            var one = kinds.addObject().put("kind", Wire.name(kind));
            handling.handedOutBy().ifPresent(who -> one.put("handedOutBy", who.value()));
            handling.taxLabel().ifPresent(label -> one.put("taxLabel", label));
          });
    }
    return json.toString();
  }

  private static void put(ObjectNode json, ThankYou settings) {
    json.put("workingDays", settings.workingDays());
    json.put("escalateTo", settings.escalateTo().value());
    settings.manager().ifPresent(number -> json.put("manager", number));
    if (!settings.managers().isEmpty()) {
      var managers = json.putArray("managers");
      settings
          .managers()
          .forEach((department, number) ->
              managers.addObject().put("department", department).put("manager", number));
    }
  }

  /// What was prepared to thank a referrer.
  public static String thanks(ReadThanks.Prepared prepared) {
    var json = Json.object();
    var recognition = prepared.recognition();
    json.put("referralId", recognition.referral().value());
    json.put("receiptNumber", prepared.receiptNumber());
    json.putObject("referrer").put("name", prepared.referrer());
    json.putObject("vacancy").put("title", prepared.vacancy());
    var manager = json.putObject("manager");
    put(manager, "name", prepared.manager());
    json.put("preparedAt", recognition.preparedAt().toString());
    json.put("escalateAfter", recognition.escalateAfter().toString());
    put(json, "thankedAt", recognition.thanked().map(mark -> mark.at().toString()));
    put(json, "mentionedAt", recognition.mentioned().map(mark -> mark.at().toString()));
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
    json.put("mayAppeal", view.mayAppeal());
    return json.toString();
  }

  public static String wholeReferral(
      Referral referral,
      View view,
      List<Passage> passages,
      Optional<Candidate> candidate,
      String referrerName) {
    var json = referral(referral.particulars(), view);
    put(json.putObject("procedure"), referral.particulars().terms().procedure(), passages);
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

  private static void put(ObjectNode json, Procedure procedure, List<Passage> passages) {
    var phases = json.putArray("phases");
    procedure.phases().forEach(phase -> phases.add(phase(phase)));
    var path = json.putArray("path");
    for (var passage : passages) {
      var one = path.addObject().put("phase", passage.phase().id().value());
      one.put("since", passage.since().toString());
      put(one, "until", passage.until().map(Instant::toString));
    }
  }

  private static ObjectNode referral(Particulars particulars, View view) {
    var json = Json.object();
    json.put("id", particulars.id().value());
    json.put("vacancyId", particulars.vacancy().value());
    json.put("programmeId", particulars.terms().programme().value());
    json.set("receipt", receipt(particulars.receiptNumber(), particulars.submittedAt()));
    json.putObject("terms")
        .put("version", particulars.terms().version())
        .put("promisedBy", Wire.name(particulars.terms().promisedBy()));
    json.put("submittedAt", particulars.submittedAt().toString());
    json.put("state", Wire.name(view.state()));
    var timeline = json.putArray("timeline");
    view.timeline().forEach(entry -> timeline.add(timelineEntry(entry)));
    var instalments = json.putArray("instalments");
    view.instalments().forEach(line -> instalments.add(instalment(line)));
    var next = json.putObject("nextStep");
    next.put("kind", Wire.name(view.nextStep().kind()));
    put(next, "by", view.nextStep().by().map(LocalDate::toString));
    var decisions = json.putArray("decisions");
    view.decisions().forEach(decision -> decisions.add(decision(decision)));
    return json;
  }

  private static ObjectNode decision(Decision decision) {
    var json = Json.object();
    json.put("at", decision.at().toString());
    json.put("kind", Wire.name(decision.kind()));
    json.put("outcome", Wire.name(decision.outcome()));
    var rules = json.putArray("rules");
    for (var judged : decision.rules()) {
      rules.addObject().put("rule", Wire.name(judged.rule())).put("met", judged.met());
    }
    decision.reason().ifPresent(reason -> json.put("reason", Wire.name(reason)));
    decision.share().ifPresent(share -> json.put("share", share.percent()));
    decision.appealed().ifPresent(reason -> json.put("appealReason", Wire.name(reason)));
    return json;
  }

  private static ObjectNode timelineEntry(TimelineEntry entry) {
    var json = Json.object();
    json.put("at", entry.at().toString());
    json.put("kind", Wire.name(entry.kind()));
    entry.stage().ifPresent(stage -> json.put("stage", Wire.name(stage)));
    entry.reason().ifPresent(reason -> json.put("reason", Wire.name(reason)));
    entry.instalment().ifPresent(number -> json.put("instalment", number));
    entry.phase().ifPresent(phase -> json.set("phase", phase(phase)));
    if (!entry.details().isEmpty()) {
      var details = json.putArray("details");
      entry.details().forEach(detail -> details.add(Wire.name(detail)));
    }
    return json;
  }

  private static ObjectNode phase(Phase phase) {
    return Json.object()
        .put("id", phase.id().value())
        .put("nl", phase.dutch())
        .put("en", phase.english());
  }

  /// Where a referral is after a move.
  public static String phase(ReferralId id, StateName state, Passage passage) {
    var json = Json.object().put("id", id.value()).put("state", Wire.name(state));
    json.set("phase", phase(passage.phase()));
    return json.put("phaseSince", passage.since().toString()).toString();
  }

  private static ObjectNode instalment(View.ShownInstalment line) {
    var json = Json.object();
    json.put("number", line.instalment().number());
    Plans.put(Plans.put(json, line.instalment().milestone()), line.instalment());
    put(json, "dueOn", line.dueOn().map(LocalDate::toString));
    put(json, "promisedOn", line.promisedOn().map(LocalDate::toString));
    put(json, "paidOn", line.paidOn().map(LocalDate::toString));
    line.corrected().ifPresent(paid -> json.set("correctedAmount", money(paid)));
    json.put("state", Wire.name(line.state()));
    return json;
  }

  public static String moved(ReferralId id, VacancyId vacancy) {
    return Json.object().put("id", id.value()).put("vacancyId", vacancy.value()).toString();
  }

  public static String state(ReferralId id, StateName state) {
    return Json.object().put("id", id.value()).put("state", Wire.name(state)).toString();
  }

  public static String invitation(Invitation invitation) {
    return invitationNode(invitation).toString();
  }

  private static ObjectNode invitationNode(Invitation invitation) {
    var json = Json.object();
    json.put("state", Wire.name(invitation.state()));
    json.put("organisation", invitation.organisation());
    put(json, "contact", invitation.contact().map(Email::value));
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
    return json;
  }

  /// Everything about the candidate: what their page shows, and what it does not.
  public static String copy(Copy copy) {
    var json = invitationNode(copy.invitation());
    json.put("madeAt", copy.madeAt().toString());
    json.put("receivedAt", copy.particulars().submittedAt().toString());
    json.put("addressHash", copy.particulars().person().value());
    json.put("addressFoundUntil", copy.addressFoundUntil().toString());
    var history = json.putArray("history");
    copy.history().forEach(entry -> history.add(timelineEntry(entry)));
    var employments = json.putArray("employments");
    copy.employments().entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().value()))
        .forEach(each -> employments.add(employment(each.getKey(), each.getValue())));
    return json.toString();
  }

  private static ObjectNode employment(HrNumber employee, Employment employment) {
    var json = Json.object();
    json.put("employeeId", employee.value());
    json.put("hired", employment.hired().value());
    json.put("startDate", employment.start().value().toString());
    put(json, "probationEndDate", day(employment.probationEnd()));
    put(json, "lastDay", day(employment.lastDay()));
    return json;
  }

  private static Optional<String> day(Optional<Register<LocalDate>> register) {
    return register.map(Register::value).map(LocalDate::toString);
  }

  public static String storedCandidate(Candidate candidate) {
    return stored(candidate).toString();
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
          item.passage()
              .ifPresent(passage -> {
                json.set("phase", phase(passage.phase()));
                json.put("phaseSince", passage.since().toString());
              });
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

  /// Payouts, each with what payroll says of its kind.
  public static String payouts(Page<ListPayouts.Line> page, Optional<Settings> settings) {
    return page(page, line -> payout(line, settings, state(line.payout()), null));
  }

  /// Where a released instalment stands with finance.
  static String state(Payout payout) {
    if (payout.paidOn().isPresent()) {
      return "paid";
    }
    return payout.heldBecause().isPresent() ? "held" : "released";
  }

  public static String heldPayouts(Page<ListHeldPayouts.Held> page, Optional<Settings> settings) {
    return page(page, held -> payout(held.line(), settings, "held", Wire.name(held.because())));
  }

  private static ObjectNode payout(
      ListPayouts.Line line,
      Optional<Settings> settings,
      String state,
      @Nullable String heldBecause) {
    var payout = line.payout();
    var json = Json.object();
    json.put("id", payout.referral().value() + "-" + payout.instalment());
    json.put("referralId", payout.referral().value());
    json.put("receiptNumber", payout.receiptNumber());
    json.put("instalment", payout.instalment());
    json.putObject("payee").put("id", payout.payee().value()).put("name", line.payeeName());
    json.set("amount", money(payout.amount()));
    Plans.put(json, payout.benefit());
    settings
        .flatMap(known -> known.taxLabel(payout.kind()))
        .ifPresent(label -> json.put("taxLabel", label));
    json.put("dueOn", payout.dueOn().toString());
    json.put("promisedOn", payout.promisedOn().toString());
    json.put("reference", PayoutReference.of(payout.receiptNumber(), payout.instalment()));
    json.put("state", state);
    json.put("heldBecause", payout.heldBecause().map(Wire::name).orElse(heldBecause));
    put(json, "paidOn", payout.paidOn().map(LocalDate::toString));
    payout.correction().ifPresent(known -> json.set("correctedAmount", money(known.paid())));
    return json;
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

  /// A payout that was put on hold or taken off.
  public static String hold(String payoutId, Optional<HoldReason> because) {
    var json = Json.object().put("id", payoutId);
    json.put("state", because.isPresent() ? "held" : "released");
    put(json, "heldBecause", because.map(Wire::name));
    return json.toString();
  }

  /// A payment that was put right.
  public static String correction(String payoutId, CorrectPayout.Correcting.Corrected stands) {
    var json = Json.object();
    json.put("id", payoutId);
    json.put("state", "paid");
    json.put("paidOn", stands.paidOn().toString());
    json.set("amount", money(stands.paid()));
    json.put("number", stands.number());
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

  static <T> String page(Page<T> page, Function<T, JsonNode> item) {
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

  static ObjectNode money(Money money) {
    return Json.object()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency().getCurrencyCode());
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    json.put(name, value.orElse(null));
  }
}
