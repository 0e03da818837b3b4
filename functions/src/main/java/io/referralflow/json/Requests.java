package io.referralflow.json;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Details;
import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.Relation;
import io.referralflow.hire.HrNumber;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.programme.Handling;
import io.referralflow.programme.PayoutMail;
import io.referralflow.programme.Phase;
import io.referralflow.programme.PhaseId;
import io.referralflow.programme.Procedure;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.ThankYou;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.AppealReason;
import io.referralflow.referral.Recognition;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.referral.Share;
import io.referralflow.reward.CorrectionReason;
import io.referralflow.reward.HoldReason;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Money;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.submission.SubmitReferral.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The bodies of requests, as openapi.yaml describes them.
public final class Requests {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_INTRODUCTION = 2000;
  private static final int LONGEST_PROFILE_TEXT = 4000;
  private static final int LONGEST_TERMS = 20_000;
  private static final int LONGEST_LEVEL = 50;
  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_TAX_LABEL = 100;
  private static final int LONGEST_DEPARTMENT = 100;
  private static final int LONGEST_PHASE_NAME = 60;
  private static final int MOST_DEPARTMENTS = 200;
  private static final int MOST_LEVELS = 50;

  private Requests() {}

  /// A submission.
  ///
  /// @param onBehalfOf the referrer's HR number or id, where a recruiter enters it for them
  /// @param normalForm the same text for the same JSON
  public record Submission(
      VacancyId vacancy, Wanted candidate, Optional<String> onBehalfOf, String normalForm) {}

  public static Decoded<Submission> submission(String body) {
    return Form.read(
        body,
        form -> {
          var vacancy = form.required("vacancyId", Fields::vacancyId);
          var relation = form.optional("relation", Fields.oneOf(Relation.class));
          var introduction = form.optional("introduction", Fields.prose(LONGEST_INTRODUCTION));
          var fit = form.optional("fit", Fields.whole(1, 5));
          var onBehalfOf = form.optional("onBehalfOf", Fields::hrNumber).map(HrNumber::value);
          var wanted =
              form.object("candidate").flatMap(who -> candidate(who, relation, introduction, fit));
          return vacancy.isEmpty() || wanted.isEmpty()
              ? null
              : new Submission(
                  vacancy.get(), wanted.get(), onBehalfOf, Json.normalForm(form.node()));
        });
  }

  /// What of a submission that has wrong fields can be read all the same.
  public record Legible(
      Optional<VacancyId> vacancy, Optional<Email> candidate, Optional<String> onBehalfOf) {}

  /// Reads what can be read; the wrong fields themselves are found by [#submission].
  public static Legible legible(String body) {
    var node = Json.parse(body);
    return new Legible(
        node.flatMap(it -> Fields.vacancyId(it.path("vacancyId")).right()),
        node.flatMap(it -> Fields.email(it.path("candidate").path("email")).right()),
        node.map(it -> it.path("onBehalfOf")).filter(it -> it.isString()).map(it -> it.asString()));
  }

  static Optional<Wanted> candidate(
      Form who, Optional<Relation> relation, Optional<String> introduction, Optional<Integer> fit) {
    var name = who.required("name", Fields.line(LONGEST_NAME));
    var email = who.required("email", Fields::email);
    var phone = who.optional("phone", Fields::phone);
    var linkedin = who.optional("linkedin", Fields::profile);
    var language = who.optional("language", Fields.oneOf(Language.class));
    return name.flatMap(text ->
        email.map(address ->
            settings ->
                new Candidate(
                    text,
                    address,
                    phone,
                    linkedin,
                    language.orElse(settings.language()),
                    relation,
                    introduction,
                    fit.map(OptionalInt::of).orElseGet(OptionalInt::empty))));
  }

  /// A candidate's answer.
  public static Decoded<Answer> answer(String body) {
    return Form.read(
        body,
        form ->
            switch (form.required("answer", Fields.oneOf(AnswerKind.class)).orElse(null)) {
              case ACCEPT -> {
                var feedback = form.optional("feedback", Fields.oneOf(Feedback.class));
                var keep = form.optional("keep", Fields.oneOf(Keep.class));
                yield new Answer.Accept(
                    feedback.orElse(Feedback.STAGE), keep.orElse(Keep.PROCEDURE));
              }
              case DECLINE -> without(form, new Answer.Decline());
              case WITHDRAW -> without(form, new Answer.Withdraw());
              case OBJECT -> without(form, new Answer.Objection());
              case null -> null;
            });
  }

  private enum AnswerKind {
    ACCEPT,
    DECLINE,
    WITHDRAW,
    OBJECT
  }

  private static Answer without(Form form, Answer answer) {
    form.refuse("feedback", "not-with-answer", "This goes with accept only.");
    form.refuse("keep", "not-with-answer", "This goes with accept only.");
    return answer;
  }

  /// What a candidate says about themselves.
  public static Decoded<Details> details(String body) {
    return Form.read(
        body,
        form -> {
          var name = form.required("name", Fields.line(LONGEST_NAME));
          var phone = form.optional("phone", Fields::phone);
          var linkedin = form.optional("linkedin", Fields::profile);
          var language = form.required("language", Fields.oneOf(Language.class));
          return name.isEmpty() || language.isEmpty()
              ? null
              : new Details(name.get(), phone, linkedin, language.get());
        });
  }

  /// A decision of a recruiter or programme manager.
  public static Decoded<Decision> decision(String body) {
    return Form.read(
        body,
        form ->
            switch (form.required("decision", Fields.oneOf(DecisionKind.class)).orElse(null)) {
              case ADVANCE -> {
                form.refuse("reason", "not-with-decision", "This does not go with advance.");
                yield new Decision.Advance();
              }
              case REJECT ->
                  form.required("reason", Fields.oneOf(RejectionReason.class))
                      .<Decision>map(Decision.Reject::new)
                      .orElse(null);
              case ALLOW -> {
                var share = form.optional("share", Fields.whole(1, 100)).map(Share::new);
                yield settlement(form)
                    .<Decision>map(reason -> new Decision.Allow(reason, share.orElse(Share.WHOLE)))
                    .orElse(null);
              }
              case REFUSE -> {
                form.refuse("share", "not-with-decision", "This does not go with refuse.");
                yield settlement(form).<Decision>map(Decision.Refuse::new).orElse(null);
              }
              case null -> null;
            });
  }

  /// The right address of a candidate.
  public static Decoded<Email> candidateEmail(String body) {
    return Form.read(body, form -> form.required("email", Fields::email).orElse(null));
  }

  /// The vacancy to which a referral is moved.
  public static Decoded<VacancyId> otherVacancy(String body) {
    return Form.read(body, form -> form.required("vacancyId", Fields::vacancyId).orElse(null));
  }

  private enum DecisionKind {
    ADVANCE,
    REJECT,
    ALLOW,
    REFUSE
  }

  private static Optional<SettlementReason> settlement(Form form) {
    return form.required("reason", Fields.oneOf(SettlementReason.class));
  }

  /// A referrer's appeal.
  public static Decoded<AppealReason> appeal(String body) {
    return Form.read(
        body, form -> form.required("reason", Fields.oneOf(AppealReason.class)).orElse(null));
  }

  /// A vacancy's content.
  public static Decoded<Vacancy> vacancy(VacancyId id, String body) {
    return Form.read(
        body,
        form -> {
          var title = form.required("title", Fields.line(LONGEST_NAME));
          var level = form.required("functionLevel", Fields.line(LONGEST_LEVEL));
          var profile = form.required("profile", Fields.fullProse(LONGEST_PROFILE_TEXT));
          var status = form.required("status", Fields.oneOf(Status.class));
          boolean inProgramme = form.optional("inProgramme", Fields::flag).orElse(true);
          var plan = form.has("plan") ? form.object("plan").flatMap(Plans::plan) : none();
          var manager = form.optional("hiringManager", Fields::hrNumber).map(HrNumber::value);
          return title.isEmpty() || level.isEmpty() || profile.isEmpty() || status.isEmpty()
              ? null
              : new Vacancy(
                  id,
                  title.get(),
                  level.get(),
                  profile.get(),
                  status.get() == Status.OPEN,
                  inProgramme,
                  plan,
                  manager);
        });
  }

  /// The function level that the terms must know, of a vacancy that may have wrong fields: empty
  /// when it cannot be read, and for one outside the programme or with a plan of its own.
  public static Optional<String> levelToKnow(String body) {
    return Json.parse(body)
        .filter(it -> Fields.flag(it.path("inProgramme")).right().orElse(true))
        .filter(it -> !it.hasNonNull("plan"))
        .flatMap(it -> Fields.line(LONGEST_LEVEL).read(it.path("functionLevel")).right());
  }

  private static Optional<RewardPlan> none() {
    return Optional.empty();
  }

  enum Status {
    OPEN,
    CLOSED
  }

  /// Business settings; what is absent takes the contract's default.
  public static Decoded<Settings> settings(String body) {
    return Form.read(
        body,
        form -> {
          var organisation = form.required("organisation", Fields.line(LONGEST_NAME));
          var finance = form.required("financeEmail", Fields::email);
          var privacy = form.optional("privacyEmail", Fields::email);
          var zone = form.required("timeZone", Fields::zone);
          var language = form.optional("defaultLanguage", Fields.oneOf(Language.class));
          int reminder = form.optional("invitationReminderDays", Fields.whole(1, 90)).orElse(5);
          int expiry = form.optional("invitationExpiryDays", Fields.whole(2, 180)).orElse(14);
          int delay = form.optional("referrerNoticeDelayHours", Fields.whole(0, 168)).orElse(24);
          var handling = handling(form);
          var thankYou =
              form.has("thankYou") ? form.object("thankYou").flatMap(Requests::thankYou) : nobody();
          var procedure = procedure(form);
          var payoutMail =
              form.optional("payoutMail", Fields.oneOf(PayoutMail.class))
                  .orElse(PayoutMail.PER_INSTALMENT);
          int notice =
              form.optional("termsNoticeDays", Fields.whole(0, 180))
                  .orElse((int) Settings.TERMS_NOTICE.toDays());
          if (reminder >= expiry) {
            form.error("invitationReminderDays", "out-of-range", "Before invitationExpiryDays.");
          }
          return organisation.isEmpty() || finance.isEmpty() || zone.isEmpty()
              ? null
              : new Settings(
                  organisation.get(),
                  finance.get(),
                  zone.get(),
                  Duration.ofDays(reminder),
                  Duration.ofDays(expiry),
                  Duration.ofHours(delay),
                  language.orElse(Language.NL),
                  privacy,
                  handling,
                  thankYou,
                  procedure,
                  payoutMail,
                  Duration.ofDays(notice));
        });
  }

  private static Procedure procedure(Form form) {
    if (!form.has("phases")) {
      return Procedure.STANDARD;
    }
    var phases = new ArrayList<Phase>();
    var ids = new HashSet<PhaseId>();
    for (var one : form.objects("phases", Procedure.MOST)) {
      var id = one.required("id", Fields::phaseId);
      var dutch = one.required("nl", Fields.line(LONGEST_PHASE_NAME));
      var english = one.required("en", Fields.line(LONGEST_PHASE_NAME));
      if (id.isPresent() && !ids.add(id.get())) {
        one.error("id", "duplicate", "This phase stands there already.");
      } else if (id.isPresent() && dutch.isPresent() && english.isPresent()) {
        phases.add(new Phase(id.get(), dutch.get(), english.get()));
      }
    }
    return phases.isEmpty() ? Procedure.STANDARD : new Procedure(phases);
  }

  /// The phase that a referral is to be moved to.
  public static Decoded<PhaseId> phase(String body) {
    return Form.read(body, form -> form.required("phase", Fields::phaseId).orElse(null));
  }

  private static Optional<ThankYou> nobody() {
    return Optional.empty();
  }

  private static Optional<ThankYou> thankYou(Form form) {
    var days = form.required("workingDays", Fields.whole(1, 20));
    var escalateTo = form.required("escalateTo", Fields::email);
    var manager = form.optional("manager", Fields::hrNumber).map(HrNumber::value);
    var managers = new TreeMap<String, String>();
    if (form.has("managers")) {
      for (var one : form.objects("managers", MOST_DEPARTMENTS)) {
        var department = one.required("department", Fields.line(LONGEST_DEPARTMENT));
        var number = one.required("manager", Fields::hrNumber).map(HrNumber::value);
        if (department.isPresent()
            && number.isPresent()
            && managers.put(department.get(), number.get()) != null) {
          one.error("department", "duplicate", "This department stands there already.");
        }
      }
    }
    return days.isEmpty() || escalateTo.isEmpty()
        ? Optional.empty()
        : Optional.of(new ThankYou(days.get(), escalateTo.get(), manager, managers));
  }

  /// What a manager says is done.
  public static Decoded<Recognition.Deed> deed(String body) {
    return Form.read(
        body, form -> form.required("done", Fields.oneOf(Recognition.Deed.class)).orElse(null));
  }

  private static Map<RewardKind, Handling> handling(Form form) {
    var all = new EnumMap<RewardKind, Handling>(RewardKind.class);
    if (form.has("rewardKinds")) {
      for (var one : form.objects("rewardKinds", RewardKind.values().length)) {
        var kind = one.required("kind", Fields.oneOf(RewardKind.class));
        var label = one.optional("taxLabel", Fields.line(LONGEST_TAX_LABEL));
        Optional<Email> handsOut = Optional.empty();
        if (kind.filter(RewardKind.MONEY::equals).isPresent()) {
          one.refuse("handedOutBy", "not-with-kind", "Finance pays money.");
        } else {
          handsOut = one.optional("handedOutBy", Fields::email);
        }
        if (kind.isPresent() && all.put(kind.get(), new Handling(handsOut, label)) != null) {
          one.error("kind", "duplicate", "This kind stands there already.");
        }
      }
    }
    return all;
  }

  /// New terms, and from when they are in force where they are announced.
  public record NewTerms(PublishTerms.Content content, Optional<Instant> effectiveFrom) {}

  public static Decoded<NewTerms> terms(String body) {
    return Form.read(
        body,
        form -> {
          var text = form.object("text").map(Requests::texts);
          var effectiveFrom = form.optional("effectiveFrom", Fields::instant);
          var rules = form.object("rules");
          var levels = rules.map(Requests::levels).orElse(List.of());
          var instalments =
              rules.map(r -> Plans.instalments(r, Optional.empty())).orElse(List.of());
          rules.ifPresent(r -> judgeCut(r, levels, instalments));
          var months = rules.flatMap(r -> r.required("probationMonths", Fields.whole(0, 24)));
          var promise = rules.flatMap(r -> r.required("promiseDays", Fields.whole(0, 365)));
          var payroll =
              rules
                  .filter(r -> r.has("payroll"))
                  .flatMap(r -> r.object("payroll"))
                  .flatMap(Plans::payroll);
          var eligible = rules.flatMap(r -> r.required("eligibilityMonths", Fields.whole(1, 60)));
          var book = rules.flatMap(RuleBookJson::read);
          return text.isEmpty()
                  || months.isEmpty()
                  || promise.isEmpty()
                  || eligible.isEmpty()
                  || book.isEmpty()
              ? null
              : new NewTerms(
                  new PublishTerms.Content(
                      text.get(),
                      levels,
                      instalments,
                      months.get(),
                      new Promise(promise.get(), payroll),
                      eligible.get(),
                      book.get()),
                  effectiveFrom);
        });
  }

  private static Map<Language, String> texts(Form form) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      form.required(language.tag(), Fields.fullProse(LONGEST_TERMS))
          .ifPresent(text -> texts.put(language, text));
    }
    return texts;
  }

  /// Amounts for all levels add up to each level's reward, and shares of it are something, unless
  /// the level is cut in its own way.
  static void judgeCut(Form rules, List<Terms.Level> levels, List<InstalmentTerm> instalments) {
    for (var i = 0; i < levels.size(); i++) {
      var level = levels.get(i);
      if (level.instalments().isEmpty()) {
        var amount = "levels[" + i + "].amount";
        switch (RewardPlan.flaw(level.amount(), instalments).orElse(null)) {
          case AMOUNTS ->
              rules.error(amount, "amounts", "The instalments do not add up to this reward.");
          case NOTHING ->
              rules.error(amount, "comes-to-nothing", "Each instalment of money is above 0.");
          case EMPTY, MIXED, SHARES -> {}
          case null -> {}
        }
      }
    }
  }

  static List<Terms.Level> levels(Form rules) {
    var levels = new ArrayList<Terms.Level>();
    var names = new HashSet<String>();
    for (var form : rules.objects("levels", MOST_LEVELS)) {
      var name = form.required("functionLevel", Fields.line(LONGEST_LEVEL));
      var amount = Fields.money(form, "amount");
      if (name.isPresent() && !names.add(name.get())) {
        form.error("functionLevel", "duplicate", "This level stands there already.");
      }
      var own =
          form.has("instalments") ? Plans.instalments(form, amount) : List.<InstalmentTerm>of();
      if (name.isPresent() && amount.isPresent()) {
        levels.add(new Terms.Level(name.get(), amount.get(), own));
      }
    }
    return levels;
  }

  /// Finance's confirmation of a payment.
  public record Confirmation(LocalDate paidOn, Money amount, String reference) {}

  public static Decoded<Confirmation> confirmation(String body) {
    return Form.read(
        body,
        form -> {
          var paidOn = form.required("paidOn", Fields::date);
          var amount = Fields.money(form, "amount");
          var reference = form.required("reference", Fields.line(LONGEST_REFERENCE));
          return paidOn.isEmpty() || amount.isEmpty() || reference.isEmpty()
              ? null
              : new Confirmation(paidOn.get(), amount.get(), reference.get());
        });
  }

  /// Why finance does not pay for now.
  public static Decoded<HoldReason> hold(String body) {
    return Form.read(
        body, form -> form.required("reason", Fields.oneOf(HoldReason.class)).orElse(null));
  }

  /// What is right about a payment: its day, what was paid in all, or both.
  public record PaymentCorrection(
      CorrectionReason reason, Optional<LocalDate> paidOn, Optional<Money> amount) {}

  public static Decoded<PaymentCorrection> paymentCorrection(String body) {
    return Form.read(
        body,
        form -> {
          var reason = form.required("reason", Fields.oneOf(CorrectionReason.class));
          var paidOn = form.optional("paidOn", Fields::date);
          var amount = form.has("amount") ? Fields.money(form, "amount") : Optional.<Money>empty();
          if (!form.has("paidOn") && !form.has("amount")) {
            form.error("amount", "required", "Either this or paidOn, or both.");
          }
          return reason.isEmpty() ? null : new PaymentCorrection(reason.get(), paidOn, amount);
        });
  }

  /// What of a confirmation that has wrong fields can be read all the same.
  public record LegibleConfirmation(Optional<LocalDate> paidOn, Optional<String> reference) {}

  /// Reads what can be read; the wrong fields themselves are found by [#confirmation].
  public static LegibleConfirmation legibleConfirmation(String body) {
    var node = Json.parse(body);
    return new LegibleConfirmation(
        node.flatMap(it -> Fields.date(it.path("paidOn")).right()),
        node.flatMap(it -> Fields.line(LONGEST_REFERENCE).read(it.path("reference")).right()));
  }
}
