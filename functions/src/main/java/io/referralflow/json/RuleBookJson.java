package io.referralflow.json;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A rule book among the rules of terms: who is `excluded`, for how many `knownMonths` a candidate
/// counts as known, on which day the referrer must be in service (`inServiceAt`), and
/// `severalReferrers`, which `split-by-shares` completes by `shares`.
final class RuleBookJson {

  private static final int MOST_MONTHS = 60;
  private static final int MOST_DAYS = 365;
  private static final int MOST_SHARES = 10;

  private RuleBookJson() {}

  private enum Several {
    LOWEST_RECEIPT,
    LAST_BEFORE_APPLICATION,
    SPLIT_EQUALLY,
    SPLIT_BY_SHARES
  }

  static Optional<RuleBook> read(Form form) {
    var excluded = form.optional("excluded", RuleBookJson::excluded);
    int known = form.optional("knownMonths", Fields.whole(0, MOST_MONTHS)).orElse(0);
    int appeal =
        form.optional("appealDays", Fields.whole(0, MOST_DAYS))
            .orElse(RuleBook.STANDARD.appealDays());
    var inService =
        form.optional("inServiceAt", Fields.oneOf(ServiceDay.class))
            .orElse(RuleBook.STANDARD.inService());
    return credit(form)
        .map(credit ->
            new RuleBook(
                excluded.orElse(RuleBook.STANDARD.excluded()), known, credit, appeal, inService));
  }

  private static Optional<Credit> credit(Form form) {
    var several = form.required("severalReferrers", Fields.oneOf(Several.class));
    if (several.filter(Several.SPLIT_BY_SHARES::equals).isEmpty()) {
      form.refuse("shares", "not-with-rule", "This goes with split-by-shares only.");
    }
    return several.flatMap(rule ->
        switch (rule) {
          case LOWEST_RECEIPT -> Optional.of(Credit.LOWEST_RECEIPT);
          case LAST_BEFORE_APPLICATION -> Optional.of(Credit.LAST_BEFORE_APPLICATION);
          case SPLIT_EQUALLY -> Optional.of(Credit.SPLIT_EQUALLY);
          case SPLIT_BY_SHARES ->
              form.required("shares", RuleBookJson::shares).map(Credit.SplitByShares::new);
        });
  }

  private static Field.Reading<Set<Excluded>> excluded(JsonNode list) {
    if (!list.isArray()) {
      return Field.wrong("type", "This is to be a list.");
    }
    var excluded = new HashSet<Excluded>();
    for (var node : list) {
      var group = Fields.oneOf(Excluded.class).read(node).right();
      if (group.isEmpty()) {
        return Field.wrong("not-in-list", "Recruiters, hiring-manager, human-resources.");
      }
      if (!excluded.add(group.get())) {
        return Field.wrong("duplicate", "Each of them once.");
      }
    }
    return Field.right(excluded);
  }

  private static Field.Reading<List<Integer>> shares(JsonNode list) {
    if (!list.isArray()) {
      return Field.wrong("type", "This is to be a list.");
    }
    if (list.size() < 2 || list.size() > MOST_SHARES) {
      return Field.wrong(
          list.size() < 2 ? "too-short" : "too-long", "From 2 to " + MOST_SHARES + " of them.");
    }
    var shares = new ArrayList<Integer>();
    for (var node : list) {
      Fields.whole(1, 99).read(node).right().ifPresent(shares::add);
    }
    if (shares.size() < list.size()) {
      return Field.wrong("out-of-range", "Whole percentages from 1 to 99.");
    }
    return shares.stream().mapToInt(Integer::intValue).sum() == 100
        ? Field.right(shares)
        : Field.wrong("shares", "The shares add up to 100.");
  }

  static void put(ObjectNode rules, RuleBook book) {
    var excluded = rules.putArray("excluded");
    book.excluded().stream()
        .sorted(Comparator.naturalOrder())
        .forEach(group -> excluded.add(Wire.name(group)));
    rules.put("knownMonths", book.knownMonths());
    rules.put("severalReferrers", Wire.name(several(book.credit())));
    rules.put("appealDays", book.appealDays());
    rules.put("inServiceAt", Wire.name(book.inService()));
    if (book.credit() instanceof Credit.SplitByShares(var percentages)) {
      var shares = rules.putArray("shares");
      percentages.forEach(shares::add);
    }
  }

  private static Several several(Credit credit) {
    return switch (credit) {
      case Credit.LowestReceipt _ -> Several.LOWEST_RECEIPT;
      case Credit.LastBeforeApplication _ -> Several.LAST_BEFORE_APPLICATION;
      case Credit.SplitEqually _ -> Several.SPLIT_EQUALLY;
      case Credit.SplitByShares _ -> Several.SPLIT_BY_SHARES;
    };
  }
}
