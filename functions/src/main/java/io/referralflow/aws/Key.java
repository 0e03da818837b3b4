package io.referralflow.aws;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Locale;

/// The primary key of a row. All rows that are read together share a partition; the separator and
/// everything else about the spelling of keys stands in this file only.
///
/// Parts that come from outside are escaped, so that no two things share a key.
public record Key(String pk, String sk) {

  private static final String REFERRAL = "REFERRAL#";
  private static final String FACT = "FACT#";
  private static final String HEAD = "HEAD";
  private static final String LINK = "LINK";

  private static final String NOTICE = "OUTBOX#";
  private static final String REPORT = "REPORT#";
  private static final String HIRE = "HIRE#";

  /// The snapshot of a referral.
  public static Key head(ReferralId id) {
    return new Key(REFERRAL + id.value(), HEAD);
  }

  /// Facts and snapshot stand side by side, so that one query reads a whole referral.
  public static Range history(ReferralId id) {
    return new Range(REFERRAL + id.value(), FACT, HEAD);
  }

  public static Key fact(ReferralId id, long number) {
    return new Key(REFERRAL + id.value(), FACT + padded(number));
  }

  /// One entry of the ledger; `kind` is what makes a second one of it impossible.
  public static Key ledger(ReferralId id, int instalment, String kind) {
    return new Key(REFERRAL + id.value(), "LEDGER#" + instalment + "#" + kind);
  }

  /// The ledger of a referral.
  public static Range ledger(ReferralId id) {
    return new Range(REFERRAL + id.value(), "LEDGER#", "LEDGER$");
  }

  public static Key payout(ReferralId id, int instalment) {
    return new Key(REFERRAL + id.value(), "PAYOUT#" + instalment);
  }

  public static Key notice(ReferralId id, long number) {
    return new Key(REFERRAL + id.value(), NOTICE + padded(number));
  }

  public static Key wait(ReferralId id) {
    return new Key(REFERRAL + id.value(), "WAIT");
  }

  public static Key candidate(ReferralId id) {
    return new Key("CANDIDATE#" + id.value(), "CANDIDATE");
  }

  /// A referral in its person's partition; one referrer has one per vacancy.
  public static Key personReferral(PersonKey person, EmployeeId referrer, VacancyId vacancy) {
    return new Key(
        personPartition(person),
        REFERRAL + escaped(referrer.value()) + "#" + escaped(vacancy.value()));
  }

  public static Key personHire(PersonKey person, HrNumber employee) {
    return new Key(personPartition(person), HIRE + escaped(employee.value()));
  }

  /// All that is known of a person.
  public static Range person(PersonKey person) {
    return new Range(personPartition(person), HIRE, "REFERRAL$");
  }

  private static String personPartition(PersonKey person) {
    return "PERSON#" + escaped(person.value());
  }

  public static Key employee(EmployeeId id) {
    return new Key(employeePartition(id.value()), "PROFILE");
  }

  /// The referral that an HR number belongs to.
  public static Key link(HrNumber employee) {
    return new Key(employeePartition(employee.value()), LINK);
  }

  public static Key report(HrNumber employee, String eventId) {
    return new Key(employeePartition(employee.value()), REPORT + escaped(eventId));
  }

  /// The link and the reports of an HR number.
  public static Range reported(HrNumber employee) {
    return new Range(employeePartition(employee.value()), LINK, "REPORT$");
  }

  private static String employeePartition(String id) {
    return "EMPLOYEE#" + escaped(id);
  }

  public static Key event(String source, String eventId) {
    return new Key("EVENT#" + escaped(source) + "#" + escaped(eventId), "EVENT");
  }

  public static Key operation(EmployeeId caller, String key) {
    return new Key("OPERATION#" + escaped(caller.value()) + "#" + escaped(key), "OPERATION");
  }

  public static Key entry(String eventId) {
    return new Key("ENTRY#" + escaped(eventId), "ENTRY");
  }

  public static Key failure(String id) {
    return new Key("FAILURE#" + escaped(id), "FAILURE");
  }

  public static Key vacancy(VacancyId id) {
    return new Key("VACANCY#" + escaped(id.value()), "VACANCY");
  }

  public static Key vacancyChange(VacancyId id, Instant at, EmployeeId by) {
    return new Key(vacancy(id).pk(), change(at, by));
  }

  public static Key terms(int version) {
    return new Key("TERMS#programme", "VERSION#" + padded(version));
  }

  /// All versions of the terms.
  public static Range terms() {
    return new Range("TERMS#programme", "VERSION#", "VERSION$");
  }

  public static Key settings() {
    return new Key("SETTINGS", "SETTINGS");
  }

  public static Key settingsChange(Instant at, EmployeeId by) {
    return new Key("SETTINGS", change(at, by));
  }

  private static String change(Instant at, EmployeeId by) {
    return "CHANGE#" + Listing.sortable(at) + "#" + escaped(by.value());
  }

  /// The last receipt number that was given.
  public static Key receipts() {
    return new Key("COUNTER", "RECEIPT");
  }

  /// Rows of one partition whose sort keys lie between two texts, both included. What begins with
  /// `X` and the separator ends before `X$`, since the dollar sign is the separator's neighbour.
  public record Range(String pk, String from, String to) {}

  /// The referral whose partition this is.
  public ReferralId referral() {
    return new ReferralId(pk.substring(pk.indexOf('#') + 1));
  }

  public boolean isFact() {
    return sk.startsWith(FACT);
  }

  public boolean isHead() {
    return sk.equals(HEAD);
  }

  public boolean isNotice() {
    return sk.startsWith(NOTICE);
  }

  public boolean isReport() {
    return sk.startsWith(REPORT);
  }

  public boolean isLink() {
    return sk.equals(LINK);
  }

  public boolean isHire() {
    return sk.startsWith(HIRE);
  }

  /// The number at the end of a fact's or notice's key.
  public long number() {
    return Long.parseLong(sk.substring(sk.indexOf('#') + 1));
  }

  private static String padded(long number) {
    return String.format(Locale.ROOT, "%09d", number);
  }

  private static String escaped(String part) {
    return part.replace("%", "%25").replace("#", "%23");
  }
}
