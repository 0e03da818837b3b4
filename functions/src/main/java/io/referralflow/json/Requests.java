package io.referralflow.json;

import io.referralflow.candidate.Candidate;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.candidate.Relation;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.programme.PublishTerms;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Terms;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.SettlementReason;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.submission.SubmitReferral.Wanted;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The bodies of requests, as openapi.yaml describes them.
public final class Requests {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_INTRODUCTION = 2000;
  private static final int LONGEST_PROFILE_TEXT = 4000;
  private static final int LONGEST_TERMS = 20_000;
  private static final int LONGEST_LEVEL = 50;
  private static final int LONGEST_REFERENCE = 64;
  private static final int MOST_LEVELS = 50;
  private static final int MOST_INSTALMENTS = 12;

  private Requests() {}

  /// A submission.
  ///
  /// @param normalForm the same text for the same JSON
  public record Submission(VacancyId vacancy, Wanted candidate, String normalForm) {}

  public static Decoded<Submission> submission(String body) {
    return Form.read(
        body,
        form -> {
          var vacancy = form.required("vacancyId", Fields::vacancyId);
          var relation = form.optional("relation", Fields.oneOf(Relation.class));
          var introduction = form.optional("introduction", Fields.prose(LONGEST_INTRODUCTION));
          var fit = form.optional("fit", Fields.whole(1, 5));
          var wanted =
              form.object("candidate").flatMap(who -> candidate(who, relation, introduction, fit));
          return vacancy.isEmpty() || wanted.isEmpty()
              ? null
              : new Submission(vacancy.get(), wanted.get(), Json.normalForm(form.node()));
        });
  }

  private static Optional<Wanted> candidate(
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
              case null -> null;
            });
  }

  private enum AnswerKind {
    ACCEPT,
    DECLINE,
    WITHDRAW
  }

  private static Answer without(Form form, Answer answer) {
    form.refuse("feedback", "not-with-answer", "This goes with accept only.");
    form.refuse("keep", "not-with-answer", "This goes with accept only.");
    return answer;
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
              case ALLOW -> settlement(form).<Decision>map(Decision.Allow::new).orElse(null);
              case REFUSE -> settlement(form).<Decision>map(Decision.Refuse::new).orElse(null);
              case null -> null;
            });
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

  /// A vacancy's content.
  public static Decoded<Vacancy> vacancy(VacancyId id, String body) {
    return Form.read(
        body,
        form -> {
          var title = form.required("title", Fields.line(LONGEST_NAME));
          var level = form.required("functionLevel", Fields.line(LONGEST_LEVEL));
          var profile = form.required("profile", Fields.fullProse(LONGEST_PROFILE_TEXT));
          var status = form.required("status", Fields.oneOf(Status.class));
          return title.isEmpty() || level.isEmpty() || profile.isEmpty() || status.isEmpty()
              ? null
              : new Vacancy(
                  id, title.get(), level.get(), profile.get(), status.get() == Status.OPEN);
        });
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
          var zone = form.required("timeZone", Fields::zone);
          var language = form.optional("defaultLanguage", Fields.oneOf(Language.class));
          int reminder = form.optional("invitationReminderDays", Fields.whole(1, 90)).orElse(5);
          int expiry = form.optional("invitationExpiryDays", Fields.whole(2, 180)).orElse(14);
          int delay = form.optional("referrerNoticeDelayHours", Fields.whole(0, 168)).orElse(24);
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
                  language.orElse(Language.NL));
        });
  }

  /// New terms.
  public static Decoded<PublishTerms.Content> terms(String body) {
    return Form.read(
        body,
        form -> {
          var text = form.object("text").map(Requests::texts);
          var rules = form.object("rules");
          var levels = rules.map(Requests::levels).orElse(List.of());
          var instalments = rules.map(Requests::instalments).orElse(List.of());
          var months = rules.flatMap(r -> r.required("probationMonths", Fields.whole(0, 24)));
          var promise = rules.flatMap(r -> r.required("promiseDays", Fields.whole(0, 365)));
          var eligible = rules.flatMap(r -> r.required("eligibilityMonths", Fields.whole(1, 60)));
          var several =
              rules.flatMap(r -> r.required("severalReferrers", Fields.oneOf(Several.class)));
          return text.isEmpty()
                  || months.isEmpty()
                  || promise.isEmpty()
                  || eligible.isEmpty()
                  || several.isEmpty()
              ? null
              : new PublishTerms.Content(
                  text.get(), levels, instalments, months.get(), promise.get(), eligible.get());
        });
  }

  enum Several {
    LOWEST_RECEIPT
  }

  private static Map<Language, String> texts(Form form) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      form.required(language.tag(), Fields.fullProse(LONGEST_TERMS))
          .ifPresent(text -> texts.put(language, text));
    }
    return texts;
  }

  private static List<Terms.Level> levels(Form rules) {
    var levels = new ArrayList<Terms.Level>();
    var names = new HashSet<String>();
    for (var form : rules.objects("levels", MOST_LEVELS)) {
      var name = form.required("functionLevel", Fields.line(LONGEST_LEVEL));
      var amount = Fields.money(form, "amount");
      if (name.isPresent() && !names.add(name.get())) {
        form.error("functionLevel", "duplicate", "This level stands there already.");
      }
      if (name.isPresent() && amount.isPresent()) {
        levels.add(new Terms.Level(name.get(), amount.get()));
      }
    }
    return levels;
  }

  private static List<InstalmentTerm> instalments(Form rules) {
    var terms = new ArrayList<InstalmentTerm>();
    var forms = rules.objects("instalments", MOST_INSTALMENTS);
    for (var i = 0; i < forms.size(); i++) {
      var form = forms.get(i);
      var number = form.required("number", Fields.whole(1, MOST_INSTALMENTS));
      if (number.isPresent() && number.get() != i + 1) {
        form.error("number", "out-of-range", "Numbers count up from 1.");
      }
      var milestone = form.required("milestone", Fields.oneOf(Milestone.class));
      var share = form.required("share", Fields.whole(1, 100));
      if (milestone.isPresent() && share.isPresent()) {
        terms.add(new InstalmentTerm(milestone.get(), share.get()));
      }
    }
    if (!forms.isEmpty()
        && terms.size() == forms.size()
        && terms.stream().mapToInt(InstalmentTerm::share).sum() != 100) {
      rules.error("instalments", "shares", "The shares add up to 100.");
    }
    return terms;
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
}
