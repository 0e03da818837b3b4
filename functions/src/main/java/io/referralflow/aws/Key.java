package io.referralflow.aws;

import io.referralflow.candidate.PersonKey;
import io.referralflow.hire.HrNumber;
import io.referralflow.points.ItemId;
import io.referralflow.points.OrderId;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The primary key of a row. All rows that are read together share a partition; the separator and
/// everything else about the spelling of keys stands in this file only.
///
/// Parts that come from outside are escaped, so that no two things share a key.
public record Key(String pk, String sk) {

  private static final String TERMS = "TERMS#programme";
  private static final String PROGRAMMES = "PROGRAMMES";

  private static final String REFERRAL = "REFERRAL#";
  private static final String FACT = "FACT#";
  private static final String HEAD = "HEAD";

  /// Sorts between facts and snapshot, so that the query for the history reads it too.
  private static final String RECOGNITION = "GRATITUDE";

  private static final String QUESTION = "QUESTION";

  private static final String LINK = "LINK";

  private static final String NOTICE = "OUTBOX#";
  private static final String POST = "POST#";
  private static final String REPORT = "REPORT#";
  private static final String HIRE = "HIRE#";
  private static final String APPLICATION = "APPLICATION#";
  private static final String BRAKE = "BRAKE";
  private static final String CATALOGUE = "CATALOGUE";
  private static final String ITEM = "ITEM#";

  private static final String ADDRESS = "ADDRESS#";
  private static final String COLLEAGUE = "COLLEAGUE#";

  private static final int GATES = 8;

  /// The snapshot of a referral.
  public static Key head(ReferralId id) {
    return new Key(REFERRAL + id.value(), HEAD);
  }

  /// Facts and snapshot stand side by side, so that one query reads a whole referral.
  public static Range history(ReferralId id) {
    return new Range(REFERRAL + id.value(), FACT, HEAD);
  }

  /// Facts, snapshot and ledger: all that a record is checked by.
  public static Range chronicle(ReferralId id) {
    return new Range(REFERRAL + id.value(), FACT, "LEDGER$");
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

  /// A mail that belongs to the programme, by the id of its notice.
  public static Key post(String noticeId) {
    return new Key(POST + escaped(noticeId), "MAIL");
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

  /// An event about an application of a person.
  public static Key personApplication(PersonKey person, String source, String eventId) {
    return new Key(personPartition(person), APPLICATION + escaped(source) + "#" + escaped(eventId));
  }

  /// All that is known of a person.
  public static Range person(PersonKey person) {
    return new Range(personPartition(person), APPLICATION, "REFERRAL$");
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

  /// What HR's directory says of the person of an HR number.
  public static Key colleague(HrNumber number) {
    return new Key(employeePartition(number.value()), "DIRECTORY");
  }

  /// That somebody in the directory has, or had, this address.
  public static Key colleagueAddress(PersonKey address, HrNumber number) {
    return new Key(ADDRESS + escaped(address.value()), COLLEAGUE + escaped(number.value()));
  }

  /// All in the directory who have, or had, this address.
  public static Range colleagueAddresses(PersonKey address) {
    return new Range(ADDRESS + escaped(address.value()), COLLEAGUE, "COLLEAGUE$");
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
    return new Key(TERMS, "VERSION#" + padded(version));
  }

  /// A copy of the last version.
  public static Key termsInForce() {
    return new Key(TERMS, "IN-FORCE");
  }

  /// A copy of the version that was announced last.
  public static Key termsUpcoming() {
    return new Key(TERMS, "UPCOMING");
  }

  /// The terms of its own that are in force for a programme.
  public static Key ownTermsInForce(ProgrammeId programme) {
    return new Key(TERMS, "IN-FORCE#" + programme.value());
  }

  /// The terms of its own that are announced for a programme.
  public static Key ownTermsUpcoming(ProgrammeId programme) {
    return new Key(TERMS, "UPCOMING#" + programme.value());
  }

  /// All versions of the terms.
  public static Range termsVersions() {
    return new Range(TERMS, "VERSION#", "VERSION$");
  }

  /// All programmes and actions.
  public static Key portfolio() {
    return new Key(PROGRAMMES, PROGRAMMES);
  }

  /// A referral in the partition of its programme.
  public static Key programmeReferral(ProgrammeId programme, ReferralId id) {
    return new Key(programmePartition(programme), REFERRAL + id.value());
  }

  /// All referrals by a programme.
  public static Range programmeReferrals(ProgrammeId programme) {
    return new Range(programmePartition(programme), REFERRAL, "REFERRAL$");
  }

  /// What an action reported when a last day of it had passed.
  public static Key actionReport(ProgrammeId action, LocalDate endsOn) {
    return new Key(programmePartition(action), REPORT + endsOn);
  }

  /// All that an action reported.
  public static Range actionReports(ProgrammeId action) {
    return new Range(programmePartition(action), REPORT, "REPORT$");
  }

  private static String programmePartition(ProgrammeId programme) {
    return "PROGRAMME#" + programme.value();
  }

  /// One change of the programmes; its number makes a second one of it impossible.
  public static Key portfolioChange(long version) {
    return new Key(PROGRAMMES, "CHANGE#" + padded(version));
  }

  /// That a referral is held.
  public static Key question(ReferralId id) {
    return new Key(REFERRAL + id.value(), QUESTION);
  }

  public static Key recognition(ReferralId id) {
    return new Key(REFERRAL + id.value(), RECOGNITION);
  }

  public static Key settings() {
    return new Key("SETTINGS", "SETTINGS");
  }

  public static Key payrollTarget(String name) {
    return new Key("SETTINGS", "PAYROLL#" + escaped(name));
  }

  public static Key payrollTargetChange(String name, Instant at, EmployeeId by) {
    return new Key("SETTINGS", "PAYROLL-" + change(at, by) + "#" + escaped(name));
  }

  public static Key settingsChange(Instant at, EmployeeId by) {
    return new Key("SETTINGS", change(at, by));
  }

  private static String change(Instant at, EmployeeId by) {
    return "CHANGE#" + Listing.sortable(at) + "#" + escaped(by.value());
  }

  /// What somebody's points add up to.
  public static Key account(EmployeeId who) {
    return new Key(pointsPartition(who), "ACCOUNT");
  }

  /// Points earned by an instalment; there is one such row for it.
  public static Key earned(EmployeeId who, ReferralId id, int instalment) {
    return new Key(pointsPartition(who), "ENTRY#EARNED#" + id.value() + "#" + instalment);
  }

  public static Key spent(EmployeeId who, OrderId order) {
    return new Key(pointsPartition(who), "ENTRY#SPENT#" + order.value());
  }

  public static Key returned(EmployeeId who, OrderId order) {
    return new Key(pointsPartition(who), "ENTRY#RETURNED#" + order.value());
  }

  public static Key corrected(EmployeeId who, EmployeeId by, String key) {
    return new Key(
        pointsPartition(who), "ENTRY#CORRECTED#" + escaped(by.value()) + "#" + escaped(key));
  }

  /// What an idempotency key was used for in the account of whoever used it.
  public static Key orderKey(EmployeeId who, String key) {
    return new Key(pointsPartition(who), "KEY#" + escaped(key));
  }

  /// What an idempotency key was used for by whoever corrected an account.
  public static Key correctionKey(EmployeeId by, String key) {
    return new Key(pointsPartition(by), "CORRECTION#" + escaped(key));
  }

  private static String pointsPartition(EmployeeId who) {
    return "POINTS#" + escaped(who.value());
  }

  public static Key order(OrderId id) {
    return new Key("ORDER#" + id.value(), "ORDER");
  }

  public static Key catalogueItem(ItemId id) {
    return new Key(CATALOGUE, ITEM + id.value());
  }

  /// Every item of the catalogue.
  public static Range catalogue() {
    return new Range(CATALOGUE, ITEM, "ITEM$");
  }

  /// One change of an item; its number makes a second one of it impossible.
  public static Key catalogueChange(ItemId id, long version) {
    return new Key(CATALOGUE, "CHANGE#" + id.value() + "#" + padded(version));
  }

  /// How the brake on payouts stands.
  public static Key brake() {
    return new Key(BRAKE, BRAKE);
  }

  /// One change of the brake; its number makes a second one of it impossible.
  public static Key brakeChange(long version) {
    return new Key(BRAKE, "CHANGE#" + padded(version));
  }

  /// The row that stands in the way of this referral's releases while payouts are frozen. There are
  /// several, each for some of the referrals: a row that every release of a first of the month asks
  /// for would make them collide.
  public static Key gate(ReferralId id) {
    return gate(Math.floorMod(id.value().hashCode(), GATES));
  }

  /// The rows of all referrals' releases.
  public static List<Key> gates() {
    return IntStream.range(0, GATES).mapToObj(Key::gate).toList();
  }

  private static Key gate(int number) {
    return new Key(BRAKE + "#" + number, "GATE");
  }

  /// Kept outside the table: that a candidate's data was let go. All of a month stand together, so
  /// that they are found without reading everything.
  public static Key keptErasure(ReferralId id, Instant at) {
    return new Key(erasures(YearMonth.from(at.atOffset(ZoneOffset.UTC))), REFERRAL + id.value());
  }

  /// Kept outside the table: whose data was let go in a month.
  public static Range keptErasures(YearMonth month) {
    return new Range(erasures(month), REFERRAL, "REFERRAL$");
  }

  private static String erasures(YearMonth month) {
    return "ERASED#" + month;
  }

  /// Kept outside the table: that an instalment was handed to finance.
  public static Key keptRelease(ReferralId id, int instalment) {
    return new Key(REFERRAL + id.value(), "RELEASED#" + instalment);
  }

  /// Kept outside the table: that finance confirmed an instalment.
  public static Key keptPayment(ReferralId id, int instalment) {
    return new Key(REFERRAL + id.value(), "PAID#" + instalment);
  }

  /// The referral that something is kept of by its sort key.
  public ReferralId keptReferral() {
    return new ReferralId(sk.substring(sk.indexOf('#') + 1));
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

  /// What the partition is named after, whether it can be read or not.
  public String owner() {
    return pk.substring(pk.indexOf('#') + 1);
  }

  /// The HR number whose partition this is.
  public HrNumber hrNumber() {
    return new HrNumber(unescaped(owner()));
  }

  /// The id of the event that a report is of.
  public String reportedBy() {
    return unescaped(sk.substring(REPORT.length()));
  }

  /// The number at the end of a fact's or notice's key as a text, whether it is one or not.
  public String ordinal() {
    return sk.substring(sk.indexOf('#') + 1).replaceFirst("^0+(?=.)", "");
  }

  public boolean isFact() {
    return sk.startsWith(FACT);
  }

  public boolean isRecognition() {
    return sk.equals(RECOGNITION);
  }

  public boolean isHead() {
    return sk.equals(HEAD);
  }

  public boolean isLedger() {
    return sk.startsWith("LEDGER#");
  }

  public boolean isNotice() {
    return sk.startsWith(NOTICE);
  }

  public boolean isPost() {
    return pk.startsWith(POST);
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

  public boolean isApplication() {
    return sk.startsWith(APPLICATION);
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

  private static String unescaped(String part) {
    return part.replace("%23", "#").replace("%25", "%");
  }
}
