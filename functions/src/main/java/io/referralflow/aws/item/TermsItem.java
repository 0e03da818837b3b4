package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.candidate.Language;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Terms;
import io.referralflow.staff.EmployeeId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One version of the terms, the row `VERSION#n`, written once.
public final class TermsItem {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String VERSION = "version";
  private static final String PUBLISHED_AT = "publishedAt";
  private static final String EFFECTIVE_FROM = "effectiveFrom";
  private static final String PUBLISHED_BY = "publishedBy";
  private static final String PROGRAMME = "programme";
  private static final String TEXT = "text";
  private static final String LEVELS = "levels";
  private static final String FUNCTION_LEVEL = "functionLevel";
  private static final String INSTALMENTS = "instalments";
  private static final String PROBATION_MONTHS = "probationMonths";
  private static final String ELIGIBILITY_MONTHS = "eligibilityMonths";

  private TermsItem() {}

  public static Attributes toItem(Terms terms, EmployeeId by) {
    var item =
        Attributes.none()
            .key(Key.terms(terms.version()))
            .number(SCHEMA, SCHEMA_NUMBER)
            .number(VERSION, terms.version())
            .instant(PUBLISHED_AT, terms.publishedAt())
            .text(PUBLISHED_BY, by.value())
            .map(TEXT, texts(terms.text()))
            .list(LEVELS, terms.levels().stream().map(TermsItem::toMap).toList())
            .list(INSTALMENTS, terms.instalments().stream().map(InstalmentTermMap::toMap).toList())
            .number(PROBATION_MONTHS, terms.probationMonths())
            .and(PromiseMap.toMap(terms.promise()))
            .number(ELIGIBILITY_MONTHS, terms.eligibilityMonths())
            .and(RuleBookMap.toMap(terms.rules()));
    return terms.effectiveFrom().equals(terms.publishedAt())
        ? item
        : item.instant(EFFECTIVE_FROM, terms.effectiveFrom());
  }

  /// Terms of a programme's own.
  public static Attributes toItem(Terms terms, ProgrammeId programme, EmployeeId by) {
    return toItem(terms, by).text(PROGRAMME, programme.value());
  }

  /// A copy of a version, as the terms in force or those announced last.
  public static Attributes copy(Attributes version, Key as) {
    return version.and(Attributes.none().key(as));
  }

  /// The programme whose own terms these are; empty for the organisation's.
  public static Optional<ProgrammeId> programme(Attributes version) {
    return version.textIfAny(PROGRAMME).map(ProgrammeId::new);
  }

  /// Whether a version was published for a later moment.
  public static boolean isAnnounced(Attributes version) {
    return version.has(EFFECTIVE_FROM);
  }

  public static Terms fromItem(Attributes item) {
    return new Terms(
        item.count(VERSION),
        item.instant(PUBLISHED_AT),
        texts(item.map(TEXT)),
        item.list(LEVELS).stream().map(TermsItem::level).toList(),
        item.list(INSTALMENTS).stream().map(InstalmentTermMap::fromMap).toList(),
        item.count(PROBATION_MONTHS),
        PromiseMap.fromMap(item),
        item.count(ELIGIBILITY_MONTHS),
        RuleBookMap.fromMap(item),
        item.instantIfAny(EFFECTIVE_FROM).orElseGet(() -> item.instant(PUBLISHED_AT)));
  }

  private static Attributes texts(Map<Language, String> texts) {
    return Arrays.stream(Language.values())
        .filter(texts::containsKey)
        .reduce(
            Attributes.none(),
            (map, language) -> map.text(language.tag(), texts.getOrDefault(language, "")),
            Attributes::and);
  }

  private static Map<Language, String> texts(Attributes map) {
    return Arrays.stream(Language.values())
        .filter(language -> map.has(language.tag()))
        .collect(Collectors.toMap(language -> language, language -> map.text(language.tag())));
  }

  private static Attributes toMap(Terms.Level level) {
    var map = MoneyMap.toMap(level.amount()).text(FUNCTION_LEVEL, level.functionLevel());
    return level.instalments().isEmpty()
        ? map
        : map.list(
            INSTALMENTS, level.instalments().stream().map(InstalmentTermMap::toMap).toList());
  }

  private static Terms.Level level(Attributes map) {
    return new Terms.Level(
        map.text(FUNCTION_LEVEL),
        MoneyMap.fromMap(map),
        map.has(INSTALMENTS)
            ? map.list(INSTALMENTS).stream().map(InstalmentTermMap::fromMap).toList()
            : List.of());
  }
}
