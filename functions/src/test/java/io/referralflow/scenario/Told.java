package io.referralflow.scenario;

import io.referralflow.letter.LetterKind;
import io.referralflow.referral.Decision;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.View;
import io.referralflow.reward.LedgerEntry;
import io.referralflow.staff.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A world in short lines, so that a story can say in one sentence what somebody sees.
public final class Told {

  private Told() {}

  static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// What somebody is shown: the state, the money and the next step, such as `hired; 1000.00
  /// planned for 2026-05-01, 1000.00 planned for 2026-07-01; first working day by 2026-05-01`.
  public static String view(World world, Caller who, ReferralId id) {
    var view = world.seenBy(who, id);
    return "%s; %s; %s"
        .formatted(
            words(view.state()),
            String.join(", ", view.instalments().stream().map(Told::money).toList()),
            words(view.nextStep().kind())
                + view.nextStep().by().map(day -> " by " + day).orElse(""));
  }

  private static String money(View.ShownInstalment line) {
    return line.instalment().amount().amount()
        + " "
        + words(line.state())
        + line.dueOn().map(day -> " for " + day).orElse("");
  }

  /// The history that somebody is shown, such as `2026-05-01 released 1` or `2026-03-20 ended
  /// screening experience`.
  public static List<String> timeline(World world, Caller who, ReferralId id) {
    return world.seenBy(who, id).timeline().stream()
        .map(entry ->
            day(entry.at())
                + " "
                + words(entry.kind())
                + (entry.instalment().isPresent() ? " " + entry.instalment().getAsInt() : "")
                + entry.stage().map(stage -> " " + words(stage)).orElse("")
                + entry.reason().map(reason -> " " + words(reason)).orElse(""))
        .toList();
  }

  /// The decisions that somebody can read, such as `2026-03-20 hire held by referred-after-hire not
  /// candidate-known` or `2026-03-25 settlement earns because mistake`.
  public static List<String> decisions(World world, Caller who, ReferralId id) {
    return world.seenBy(who, id).decisions().stream()
        .map(decision ->
            day(decision.at())
                + " "
                + wire(decision.kind())
                + " "
                + wire(decision.outcome())
                + judged(decision, true, " by ")
                + judged(decision, false, " not ")
                + decision.share().map(share -> " " + share.percent() + "%").orElse("")
                + decision.reason().map(reason -> " because " + wire(reason)).orElse("")
                + decision.appealed().map(reason -> " because " + wire(reason)).orElse(""))
        .toList();
  }

  private static String judged(Decision decision, boolean met, String before) {
    var rules =
        decision.rules().stream()
            .filter(judged -> judged.met() == met)
            .map(judged -> wire(judged.rule()))
            .toList();
    return rules.isEmpty() ? "" : before + String.join(", ", rules);
  }

  private static String wire(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The mails about a referral in the order of their arrival, such as `2026-03-02 invitation to
  /// sam`.
  public static List<String> mails(World world, ReferralId id) {
    return world.postbox().received().stream()
        .filter(mail -> mail.reference().startsWith(id.value()))
        .map(mail ->
            day(mail.at())
                + " "
                + words(kind(world, id, mail))
                + " to "
                + mail.to().value().substring(0, mail.to().value().indexOf('@')))
        .toList();
  }

  private static LetterKind kind(World world, ReferralId id, Postbox.Received mail) {
    var number = Long.parseLong(mail.reference().substring(id.value().length() + 1));
    return world.store().notices(id).stream()
        .map(stored -> stored.notice())
        .filter(notice -> notice.number() == number)
        .map(notice -> notice.kind())
        .findFirst()
        .orElseThrow();
  }

  /// The ledger of a referral in order of time, such as `2026-05-01T00:00 released 1 1000.00 due
  /// 2026-05-01 promised 2026-05-29`.
  public static List<String> ledger(World world, ReferralId id) {
    return world.store().ledger(id).values().stream()
        .sorted(Comparator.comparing(LedgerEntry::at).thenComparingInt(LedgerEntry::instalment))
        .map(Told::entry)
        .toList();
  }

  private static String entry(LedgerEntry entry) {
    var at = entry.at().atZone(Programme.ZONE).toLocalDateTime() + " ";
    return at
        + switch (entry) {
          case LedgerEntry.Released(var number, _, var amount, var dueOn, var promisedOn) ->
              "released %d %s due %s promised %s"
                  .formatted(number, amount.amount(), dueOn, promisedOn);
          case LedgerEntry.Paid(var number, _, var amount, var paidOn, var by) ->
              "paid %d %s on %s by %s".formatted(number, amount.amount(), paidOn, by);
          case LedgerEntry.Cancelled(var number, _, var amount, _) ->
              "cancelled %d %s".formatted(number, amount.amount());
          case LedgerEntry.Revived(var number, _, var amount, _) ->
              "revived %d %s".formatted(number, amount.amount());
          case LedgerEntry.PutOnHold(var number, _, var amount, _, var reason, var by) ->
              "on hold %d %s %s by %s".formatted(number, amount.amount(), reason, by);
          case LedgerEntry.TakenOffHold(var number, _, var amount, _, var by) ->
              "off hold %d %s by %s".formatted(number, amount.amount(), by);
          case LedgerEntry.Corrected right ->
              "corrected %d no. %d to %s (%+d) on %s, %s by %s"
                  .formatted(
                      right.instalment(),
                      right.number(),
                      right.amount().amount(),
                      right.difference(),
                      right.paidOn(),
                      right.reason(),
                      right.by());
        };
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Programme.ZONE);
  }
}
