package io.referralflow.letter;

import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.programme.Terms;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Money;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import io.referralflow.reward.RewardPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The terms on one screen, line by line, made from the rules that the product acts on and from
/// nothing else, so that text and behaviour cannot differ. The same rules always give the same
/// lines, and every number in them is a rule.
public final class Summaries {

  private final Map<Language, Catalogue> catalogues;

  /// Reads both catalogues, so that a snapshot of a started function holds them.
  public Summaries() {
    this(
        Arrays.stream(Language.values())
            .collect(Collectors.toMap(Function.identity(), Catalogue::of)));
  }

  Summaries(Map<Language, Catalogue> catalogues) {
    this.catalogues = Map.copyOf(catalogues);
  }

  /// What the terms say, in one language.
  public List<String> of(Terms terms, Language language) {
    var catalogue = catalogues.get(language);
    if (catalogue == null) {
      throw new IllegalStateException("No catalogue for " + language);
    }
    return new Writing(catalogue, new Vocabulary(catalogue, language)).of(terms);
  }

  /// One summary while it is written.
  private record Writing(Catalogue catalogue, Vocabulary vocabulary) {

    List<String> of(Terms terms) {
      var lines = new ArrayList<String>();
      terms.levels().forEach(level -> lines.add(level(level, terms.instalments())));
      lines.add(say("earned"));
      lines.addAll(promise(terms.promise()));
      lines.add(
          terms.probationMonths() == 0
              ? say("no-probation")
              : say("probation", "months", months(terms.probationMonths())));
      lines.add(say("eligibility", "months", months(terms.eligibilityMonths())));
      lines.add(say("moved"));
      lines.addAll(rules(terms.rules()));
      lines.add(say("feedback"));
      lines.add(
          say(
              "retention",
              "procedure",
              days(Keep.PROCEDURE.afterEnd().toDays()),
              "year",
              days(Keep.YEAR.afterEnd().toDays())));
      return List.copyOf(lines);
    }

    private String level(Terms.Level level, List<InstalmentTerm> common) {
      var cut = level.cut(common);
      var reward = new RewardPlan(level.amount(), cut).reward().instalments();
      return say(
          "level",
          "level",
          level.functionLevel(),
          "amount",
          vocabulary.money(level.amount()),
          "parts",
          IntStream.range(0, cut.size())
              .mapToObj(i -> part(cut.get(i), reward.get(i).amount()))
              .collect(Collectors.joining(", ")));
    }

    private String part(InstalmentTerm term, Money amount) {
      var milestone = vocabulary.milestone(term.milestone());
      var money = vocabulary.money(amount);
      return switch (term) {
        case InstalmentTerm.Share(_, var percent) ->
            say(
                "share",
                "amount",
                money,
                "share",
                Integer.toString(percent),
                "milestone",
                milestone);
        case InstalmentTerm.Fixed _ -> say("fixed", "amount", money, "milestone", milestone);
        case InstalmentTerm.InKind(_, var benefit) ->
            say("fixed", "amount", vocabulary.words(benefit), "milestone", milestone);
      };
    }

    private List<String> promise(Promise promise) {
      var lines = new ArrayList<String>();
      lines.add(say("promise", "days", days(promise.days())));
      promise.payroll().ifPresent(payroll -> lines.addAll(payroll(payroll)));
      return lines;
    }

    private List<String> payroll(PayrollCalendar payroll) {
      var lines = new ArrayList<String>();
      lines.add(
          say(
              "payroll",
              "payDay",
              Integer.toString(payroll.payDay()),
              "workingDays",
              count("working-day", payroll.cutOffWorkingDays())));
      payroll
          .morePayDays()
          .forEach(day -> lines.add(say("payroll-also", "payDay", Integer.toString(day))));
      payroll.extraRuns().forEach(run -> lines.add(extra(run)));
      return lines;
    }

    private String extra(PayRun run) {
      return say(
          "extra-run",
          "cutOff",
          vocabulary.day(run.cutOff()),
          "payDay",
          vocabulary.day(run.payDay()));
    }

    private List<String> rules(RuleBook rules) {
      var lines = new ArrayList<String>();
      lines.add(say("self"));
      Arrays.stream(Excluded.values())
          .filter(rules::excludes)
          .sorted(Comparator.naturalOrder())
          .forEach(group -> lines.add(say("excluded." + Vocabulary.wireName(group))));
      if (rules.knownMonths() > 0) {
        lines.add(say("known", "months", months(rules.knownMonths())));
      }
      lines.add(say("in-service." + Vocabulary.wireName(rules.inService())));
      lines.add(several(rules.credit()));
      lines.add(
          rules.appealDays() == 0
              ? say("no-appeal")
              : say("appeal", "days", days(rules.appealDays())));
      return lines;
    }

    private String several(Credit credit) {
      return switch (credit) {
        case Credit.LowestReceipt _ -> say("several.lowest-receipt");
        case Credit.LastBeforeApplication _ -> say("several.last-before-application");
        case Credit.SplitEqually _ -> say("several.split-equally");
        case Credit.SplitByShares(var percentages) ->
            say(
                "several.split-by-shares",
                "shares",
                percentages.stream().map(share -> share + "%").collect(Collectors.joining(", ")));
      };
    }

    private String months(int months) {
      return count("month", months);
    }

    private String days(long days) {
      return count("day", days);
    }

    private String count(String unit, long count) {
      return say(count == 1 ? unit : unit + "s", "count", Long.toString(count));
    }

    /// @param words names and words in turn
    private String say(String key, String... words) {
      return catalogue.say(
          "summary." + key,
          IntStream.range(0, words.length / 2)
              .boxed()
              .collect(Collectors.toMap(i -> words[2 * i], i -> words[2 * i + 1])));
    }
  }
}
