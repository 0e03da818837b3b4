package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import java.util.EnumSet;

/// A rule book inside a row, under `rules`; what is standard takes no room.
final class RuleBookMap {

  private static final String RULES = "rules";
  private static final String EXCLUDED = "excluded";
  private static final String RECRUITERS = "recruiters";
  private static final String HIRING_MANAGER = "hiring-manager";
  private static final String HUMAN_RESOURCES = "human-resources";
  private static final String KNOWN_MONTHS = "knownMonths";
  private static final String APPEAL_DAYS = "appealDays";
  private static final String CREDIT = "credit";
  private static final String LOWEST_RECEIPT = "lowest-receipt";
  private static final String LAST_BEFORE_APPLICATION = "last-before-application";
  private static final String SPLIT_EQUALLY = "split-equally";
  private static final String SPLIT_BY_SHARES = "split-by-shares";
  private static final String SHARES = "shares";
  private static final String PERCENT = "percent";
  private static final String IN_SERVICE = "inService";

  private RuleBookMap() {}

  static Attributes toMap(RuleBook book) {
    if (book.equals(RuleBook.STANDARD)) {
      return Attributes.none();
    }
    return Attributes.none()
        .map(
            RULES,
            credit(book.credit())
                .map(EXCLUDED, excluded(book))
                .number(KNOWN_MONTHS, book.knownMonths())
                .number(APPEAL_DAYS, book.appealDays())
                .and(inService(book)));
  }

  static RuleBook fromMap(Attributes map) {
    return map.mapIfAny(RULES)
        .map(rules ->
            new RuleBook(
                excluded(rules.map(EXCLUDED)),
                rules.count(KNOWN_MONTHS),
                credit(rules),
                rules.count(APPEAL_DAYS),
                inService(rules)))
        .orElse(RuleBook.STANDARD);
  }

  /// Rows of terms that do not ask, and those from before they could, have no such field.
  private static Attributes inService(RuleBook book) {
    return book.inService() == ServiceDay.SUBMISSION
        ? Attributes.none()
        : Attributes.none().constant(IN_SERVICE, book.inService());
  }

  private static ServiceDay inService(Attributes map) {
    return map.has(IN_SERVICE) ? map.constant(IN_SERVICE, ServiceDay.class) : ServiceDay.SUBMISSION;
  }

  private static Attributes excluded(RuleBook book) {
    var map = Attributes.none();
    for (var group : Excluded.values()) {
      map = map.flag(name(group), book.excludes(group));
    }
    return map;
  }

  private static EnumSet<Excluded> excluded(Attributes map) {
    var excluded = EnumSet.noneOf(Excluded.class);
    for (var group : Excluded.values()) {
      if (map.has(name(group)) && map.flag(name(group))) {
        excluded.add(group);
      }
    }
    return excluded;
  }

  private static String name(Excluded group) {
    return switch (group) {
      case RECRUITERS -> RECRUITERS;
      case HIRING_MANAGER -> HIRING_MANAGER;
      case HUMAN_RESOURCES -> HUMAN_RESOURCES;
    };
  }

  private static Attributes credit(Credit credit) {
    var map = Attributes.none();
    return switch (credit) {
      case Credit.LowestReceipt _ -> map.text(CREDIT, LOWEST_RECEIPT);
      case Credit.LastBeforeApplication _ -> map.text(CREDIT, LAST_BEFORE_APPLICATION);
      case Credit.SplitEqually _ -> map.text(CREDIT, SPLIT_EQUALLY);
      case Credit.SplitByShares(var percentages) ->
          map.text(CREDIT, SPLIT_BY_SHARES)
              .list(
                  SHARES,
                  percentages.stream()
                      .map(share -> Attributes.none().number(PERCENT, share))
                      .toList());
    };
  }

  private static Credit credit(Attributes map) {
    return switch (map.text(CREDIT)) {
      case LOWEST_RECEIPT -> Credit.LOWEST_RECEIPT;
      case LAST_BEFORE_APPLICATION -> Credit.LAST_BEFORE_APPLICATION;
      case SPLIT_EQUALLY -> Credit.SPLIT_EQUALLY;
      case SPLIT_BY_SHARES ->
          new Credit.SplitByShares(
              map.list(SHARES).stream().map(share -> share.count(PERCENT)).toList());
      default -> throw Unreadable.type("credit", map.text(CREDIT));
    };
  }
}
