package io.referralflow.tests.simulation;

import io.referralflow.eligibility.ServiceDay;
import io.referralflow.tests.simulation.Event.Deed;
import io.referralflow.tests.simulation.Story.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes the story of a seed: a few candidates, each referred by one or several people, what
/// becomes of them over three years, what HR says of it and how late, what people try who should
/// not, and what breaks.
final class Teller {

  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;
  private static final long LAST = Story.LENGTH.minus(Story.CALM).toSeconds() - DAY;

  /// Days around which calendars are treacherous: leap days, ends of months, changes of the clock.
  private static final List<LocalDate> TREACHEROUS =
      List.of(
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2027, 1, 31),
          LocalDate.of(2027, 3, 28),
          LocalDate.of(2027, 8, 31),
          LocalDate.of(2027, 12, 31),
          LocalDate.of(2028, 2, 29),
          LocalDate.of(2028, 3, 26));

  private final long seed;
  private final Dice dice;
  private final Instant start;
  private final Company company;
  private final List<Event> events = new ArrayList<>();
  private final List<Said> reports = new ArrayList<>();
  private final List<Integer> referrers = new ArrayList<>();

  /// For what was told later than the rest, so that a seed keeps its story.
  private final Dice more;

  private int labels;

  private Teller(long seed) {
    this.seed = seed;
    dice = new Dice(seed);
    more = new Dice(Dice.hash(seed, 99));
    start =
        LocalDate.of(2026, 1, 5)
            .plusDays(dice.below(365))
            .atTime(LocalTime.of(9, dice.below(60)))
            .toInstant(ZoneOffset.UTC);
    company = Company.of(dice);
  }

  static Story tell(long seed) {
    return new Teller(seed).story();
  }

  private Story story() {
    var persons = dice.of(1, 1, 2, 2, 3, 4);
    var herd = persons > 2 && dice.chance(30);
    var common = dice.between(20 * DAY, 200 * DAY);
    for (var person = 0; person < persons; person++) {
      life(person, herd ? common : 0);
    }
    people();
    var calm = dice.chance(50);
    var quiet = dice.chance(15);
    if (!quiet) {
      trouble();
    }
    recruiting();
    events.sort(Comparator.comparingLong(Event::at));
    var skew = !quiet && dice.chance(40) ? 300 : 0;
    var faults = quiet ? List.<Faults.Planned>of() : Faults.plan(dice);
    return new Story(seed, calm, start, company, skew, reports, events, faults);
  }

  private void add(long at, Deed deed, int label, int who, int detail) {
    if (at < LAST) {
      events.add(new Event(at, deed, label, who, detail));
    }
  }

  /// What becomes of one candidate.
  private void life(int person, long startsOn) {
    var first = labels;
    var referred = dice.between(HOUR, dice.of(60, 60, 500, 1_000) * DAY);
    var referrals = dice.of(1, 1, 1, 2, 2, 3);
    for (var i = 0; i < referrals; i++) {
      refer(person, referred + (i == 0 ? 0 : soon()), i);
    }
    for (var label = first; label < labels; label++) {
      screen(label, referred + soon());
    }
    var hired = dice.chance(75) ? hire(person, first, referred, startsOn) : referred;
    for (var label = first; label < labels; label++) {
      rights(label, referred, hired);
    }
  }

  /// What the candidate and the referrer may ask for.
  private void rights(int label, long referred, long hired) {
    while (more.chance(25)) {
      add(referred + more.between(60, 400 * DAY), Deed.COPIES, label, 0, 0);
    }
    while (more.chance(25)) {
      add(referred + more.between(60, 400 * DAY), Deed.CORRECTS, label, 0, more.below(3));
    }
    if (more.chance(4)) {
      add(referred + more.between(60, 400 * DAY), Deed.ANSWERS, label, 0, 5);
    }
    while (more.chance(60)) {
      var who = more.chance(90) ? referrers.get(label) : more.below(9);
      var at = hired + more.between(0, more.of(3, 40, 40, 120, 420) * DAY);
      add(at, Deed.APPEALS, label, who, more.below(4));
    }
  }

  /// Mostly minutes, sometimes days or weeks.
  private long soon() {
    return switch (dice.below(5)) {
      case 0 -> dice.between(1, 60);
      case 1 -> dice.between(60, HOUR);
      case 2 -> dice.between(HOUR, DAY);
      case 3 -> dice.between(DAY, 10 * DAY);
      default -> dice.between(DAY, 40 * DAY);
    };
  }

  private void refer(int person, long at, int nth) {
    var label = labels++;
    var who = Company.REFERRERS[(dice.below(Company.REFERRERS.length) + nth) % 6];
    referrers.add(who);
    var keyed = dice.chance(80) ? 1 : 0;
    add(at, Deed.SUBMITS, label, who, person * 8 + dice.below(2) * 2 + keyed);
    while (dice.chance(30)) {
      var later =
          switch (dice.below(4)) {
            case 0 -> 1;
            case 1 -> dice.between(2, HOUR);
            case 2 -> dice.between(HOUR, 30 * DAY);
            default -> dice.between(30 * DAY, 400 * DAY);
          };
      add(at + later, Deed.SUBMITS_AGAIN, label, who, dice.of(0, 0, 1, 2, 3));
    }
    if (dice.chance(8)) {
      add(at + soon(), Deed.TAKES_BACK, label, dice.chance(80) ? who : dice.below(9), 0);
      if (dice.chance(30)) {
        add(at + soon(), Deed.SUBMITS_AGAIN, label, who, 2);
      }
    }
  }

  private void screen(int label, long at) {
    if (dice.chance(8)) {
      add(at, Deed.ANSWERS, label, 0, 4);
    }
    if (dice.chance(85)) {
      add(at, Deed.ANSWERS, label, 0, dice.of(0, 0, 0, 0, 1, 1, 2));
    }
    if (dice.chance(15)) {
      add(at + soon(), Deed.ANSWERS, label, 0, dice.below(4));
    }
    if (dice.chance(10)) {
      add(at + dice.between(DAY, 400 * DAY), Deed.ANSWERS, label, 0, 3);
    }
    var decided = at + soon();
    add(decided, Deed.DECIDES, label, recruiter(), dice.chance(80) ? 0 : 1);
    if (dice.chance(25)) {
      add(decided + soon(), Deed.DECIDES, label, dice.below(9), dice.below(4));
    }
    if (dice.chance(12)) {
      add(decided + dice.between(DAY, 200 * DAY), Deed.DECIDES, label, recruiter(), 1);
    }
    for (var i = 0; i < 2; i++) {
      add(decided + dice.between(DAY, 300 * DAY), Deed.DECIDES, label, 7 + i, dice.of(2, 2, 3));
    }
  }

  private int recruiter() {
    return Company.RECRUITERS[dice.below(Company.RECRUITERS.length)];
  }

  /// What HR says of a person that was hired, in the order in which it happened.
  ///
  /// @return when the hire was agreed
  private long hire(int person, int first, long referred, long startsOn) {
    var employee = person * 2 + (dice.chance(4) ? 100 : 0);
    var hired = referred + (dice.chance(5) ? -5 * DAY : dice.between(HOUR, 90 * DAY));
    var day = day(startsOn > 0 ? startsOn : hired + dice.between(-2, dice.of(20, 90, 330)) * DAY);
    var end = dice.chance(25) ? day + dice.between(0, 200) : 0;
    var byId = dice.chance(40);
    var label = byId ? first + dice.below(labels - first) : -1;
    var vacancy = dice.chance(30) ? dice.below(2) : -1;
    say(employee, 0, hired, day, end, byId ? -1 : person, label, vacancy);
    var at = hired;
    if (dice.chance(30)) {
      at += dice.between(HOUR, 40 * DAY);
      day += dice.between(-20, 60);
      say(employee, 1, at, day, 0, -1, -1, -1);
    }
    if (dice.chance(25)) {
      at += dice.between(HOUR, 60 * DAY);
      say(employee, 2, at, day + dice.between(-3, 200), 0, -1, -1, -1);
    }
    if (dice.chance(12)) {
      at += dice.between(HOUR, 60 * DAY);
      say(employee, 3, at, 0, 0, -1, -1, -1);
    }
    if (dice.chance(35)) {
      at += dice.between(HOUR, 60 * DAY);
      say(employee, 4, at, lastDay(day, end), 0, -1, -1, -1);
    }
    if (dice.chance(10)) {
      at += dice.between(DAY, 60 * DAY);
      say(employee, 4, at, lastDay(day, end), 0, -1, -1, -1);
    }
    if (dice.chance(12)) {
      at += dice.between(DAY, 90 * DAY);
      var again = dice.chance(70) ? employee : employee + 50;
      say(again, 0, at, day + dice.between(0, 120), 0, person, -1, -1);
    }
    if (dice.chance(6)) {
      say(employee, 0, hired + dice.between(-40, 40) * DAY, day - 400, 0, person, -1, -1);
    }
    return hired;
  }

  /// Around the milestones, where a day decides.
  private long lastDay(long day, long end) {
    var probation = end == 0 ? day + 30L * company.months() : end;
    return switch (dice.below(4)) {
      case 0 -> day + dice.between(-2, 2);
      case 1, 2 -> probation + dice.between(-3, 3);
      default -> day + dice.between(-10, 300);
    };
  }

  private long day(long at) {
    return dice.chance(25)
        ? TREACHEROUS.get(dice.below(TREACHEROUS.size())).toEpochDay()
        : dayAt(at);
  }

  private long dayAt(long at) {
    return LocalDate.ofInstant(start.plusSeconds(at), ZoneOffset.UTC).toEpochDay();
  }

  private void say(
      int employee, int kind, long at, long day, long end, int person, int label, int vacancy) {
    if (at > LAST) {
      return;
    }
    var number = reports.size();
    var future = dice.chance(4) ? dice.between(HOUR, 60 * DAY) : 0;
    var applied = kind == 0 && more.chance(25) ? dayAt(at - more.between(0, 400) * DAY) : 0;
    var employed = kind == 0 && more.chance(8) ? dayAt(at - more.between(0, 700) * DAY) : 0;
    reports.add(
        new Said(
            number,
            employee,
            kind,
            at + future,
            day,
            end,
            person,
            label,
            vacancy,
            applied,
            employed));
    if (dice.chance(3)) {
      return;
    }
    var late =
        switch (dice.below(10)) {
          case 0, 1, 2, 3, 4, 5 -> dice.between(1, 300);
          case 6, 7 -> dice.between(HOUR, (kind == 0 ? 28 : 5) * DAY);
          case 8 -> dice.between(DAY, 60 * DAY);
          default -> dice.between(DAY, 400 * DAY);
        };
    var heard = Math.max(at, 0) + late;
    if (dice.chance(15)) {
      byHand(number, heard);
    } else {
      add(heard, Deed.HR_SAYS, 0, 0, number);
      while (dice.chance(25)) {
        add(
            heard + dice.between(0, dice.of(5, 3_600, 86_400 * 30, 86_400 * 400)),
            Deed.HR_SAYS,
            dice.chance(90) ? 0 : 1,
            0,
            number);
      }
      if (dice.chance(5)) {
        add(heard + soon(), Deed.HR_SAYS, 2, 0, number);
      }
    }
  }

  private void byHand(int number, long at) {
    add(at, Deed.ENTERS, 0, dice.chance(70) ? recruiter() : dice.below(9), number);
    var agreed = at + soon();
    add(agreed, Deed.AGREES, 0, dice.below(9), number);
    add(agreed + soon(), Deed.AGREES, 0, recruiter(), number);
    add(agreed + soon(), Deed.AGREES, 0, recruiter(), number);
    if (dice.chance(20)) {
      add(agreed + soon(), Deed.HR_SAYS, 0, 0, number);
    }
  }

  /// What people do all the time: confirm, look, change settings.
  private void people() {
    for (var at = 30 * DAY; at < LAST; at += dice.between(20 * DAY, 90 * DAY)) {
      var finance = Company.FINANCE[dice.below(Company.FINANCE.length)];
      add(at, Deed.CONFIRMS_ALL, 0, finance, 0);
      if (dice.chance(30)) {
        add(at + 1, Deed.CONFIRMS_ALL, 0, Company.FINANCE[dice.below(3)], 0);
      }
    }
    for (var label = 0; label < labels; label++) {
      for (var i = 0; i < 3; i++) {
        add(dice.between(0, LAST), Deed.LOOKS, label, dice.below(9), 0);
        var variant = (1 + dice.below(3)) * 8 + dice.below(5);
        add(dice.between(0, LAST), Deed.CONFIRMS, label, dice.below(9), variant);
      }
    }
    finance();
    add(dice.between(0, LAST), Deed.LISTS, 0, dice.below(9), 0);
    if (dice.chance(20)) {
      add(dice.between(0, 200 * DAY), Deed.CHANGES_SETTINGS, 0, 7, 1);
    }
    if (dice.chance(20)) {
      add(dice.between(0, 200 * DAY), Deed.CHANGES_TERMS, 0, 7, 1);
    }
    if (dice.chance(10)) {
      add(dice.between(0, 200 * DAY), Deed.CHANGES_VACANCY, 0, 7, dice.below(4));
    }
  }

  /// Payouts are put on hold and taken off, payments put right, also by who may not.
  private void finance() {
    for (var label = 0; label < labels; label++) {
      for (var i = 0; i < 3; i++) {
        var who = dice.chance(80) ? Company.FINANCE[dice.below(3)] : dice.below(9);
        var instalment = (1 + dice.below(3)) * 8;
        var at = dice.between(0, LAST);
        add(at, Deed.HOLDS, label, who, instalment + dice.below(3));
        if (dice.chance(80)) {
          add(Math.min(at + soon(), LAST - 1), Deed.HOLDS, label, who, instalment + 7);
        }
        add(
            dice.between(0, LAST),
            Deed.CORRECTS_PAYMENT,
            label,
            dice.chance(80) ? Company.FINANCE[dice.below(3)] : dice.below(9),
            (1 + dice.below(3)) * 8 + dice.below(6));
      }
    }
  }

  /// What goes wrong besides calls that fail.
  private void trouble() {
    var troubles = 1 + dice.below(5);
    for (var i = 0; i < troubles; i++) {
      var at = dice.chance(70) ? near() : dice.between(0, LAST);
      var label = dice.below(labels);
      var some = (int) dice.between(60, dice.of(600, 7_200, 86_400, 345_600));
      switch (dice.below(18)) {
        case 0 -> add(at, Deed.OUTAGE, 0, 0, some);
        case 1 -> add(at, Deed.STREAM_LOST, 0, 0, some);
        case 2, 3 -> add(at, Deed.STREAM_TWICE, 0, 0, some);
        case 4 -> add(at, Deed.STREAM_LATE, 0, 0, Math.min(some, 7_200));
        case 5 -> add(at, Deed.EXECUTIONS_LOST, 0, 0, 0);
        case 6 -> add(at, Deed.EXECUTION_STOPPED, label, 0, 0);
        case 7 -> add(at, Deed.AMNESIA, 0, 0, 0);
        case 16 -> {
          add(at, Deed.AMNESIA, 0, 0, 1);
          add(Math.min(at + dice.between(60, 4 * DAY), LAST - 1), Deed.THAWS, 0, 7, 0);
        }
        case 17 -> {
          add(at, Deed.FREEZES, 0, 5 + dice.below(3), 0);
          add(Math.min(at + dice.between(60, 4 * DAY), LAST - 1), Deed.THAWS, 0, 7, 0);
        }
        case 8 -> add(at, Deed.NAME_REUSED, label, 0, 0);
        case 9, 10 -> add(at, Deed.TIMER, label, 0, dice.below(3));
        case 11 -> add(at, Deed.TOKEN_SPENT, label, 0, 0);
        case 12 -> add(at, Deed.MAIL_PAUSED, 0, 0, some);
        case 13 -> add(at, Deed.MAIL_REFUSED, label, 0, 0);
        case 14 -> add(at, Deed.POISON, label, 0, some);
        default -> {
          add(at, Deed.REDRIVE, 0, 0, 0);
          add(at + 1, Deed.UPKEEP_TWICE, 0, 0, 0);
        }
      }
    }
  }

  /// What recruiters, their system and finance do besides, told last so that a seed keeps the rest
  /// of its story.
  private void recruiting() {
    var last = new Dice(Dice.hash(seed, 98));
    var number = 0;
    for (var i = 0; i < events.size(); i++) {
      var event = events.get(i);
      if (event.deed() == Deed.SUBMITS && last.chance(12)) {
        var by = Company.RECRUITERS[last.below(Company.RECRUITERS.length)];
        events.set(
            i,
            new Event(
                event.at(),
                Deed.SUBMITS_FOR,
                event.label(),
                last.chance(90) ? by : last.below(9),
                event.who() * 64 + event.detail()));
      }
    }
    if (company.serviceDay() != ServiceDay.SUBMISSION) {
      leavers(last);
    }
    for (var event : List.copyOf(events)) {
      if (event.deed() != Deed.SUBMITS && event.deed() != Deed.SUBMITS_FOR) {
        continue;
      }
      while (last.chance(45)) {
        number = application(event, number, last);
      }
      while (last.chance(40)) {
        var at = event.at() + last.between(1, last.of(1, 10, 60) * DAY);
        add(at, Deed.ENTERS_PHASE, event.label(), somebody(last), last.of(0, 1, 1, 2, 2, 3));
      }
      while (last.chance(25)) {
        var at = event.at() + last.between(1, last.of(1, 10, 60) * DAY);
        add(at, Deed.MOVES, event.label(), somebody(last), last.of(0, 1, 0, 1, 2));
      }
      while (last.chance(75)) {
        var at = event.at() + last.between(20, last.of(100, 200, 400)) * DAY;
        var finance = Company.FINANCE[last.below(3)];
        add(at, Deed.HOLDS, event.label(), finance, (1 + last.below(3)) * 8 + last.of(0, 1, 2, 7));
      }
      while (last.chance(20)) {
        var at = event.at() + last.between(1, last.of(1, 3, 12) * DAY);
        add(at, Deed.CORRECTS_ADDRESS, event.label(), somebody(last), last.of(0, 0, 0, 1, 2));
      }
    }
    secondChances(number);
  }

  /// A recruiter moves whom the recruiting system has just refused for the first vacancy, and the
  /// system says so again, or says only then what it had decided before.
  private void secondChances(int applications) {
    var chance = new Dice(Dice.hash(seed, 97));
    var number = applications;
    for (var event : List.copyOf(events)) {
      var submits = event.deed() == Deed.SUBMITS || event.deed() == Deed.SUBMITS_FOR;
      if (!submits || !chance.chance(15)) {
        continue;
      }
      var refused = event.at() + chance.between(1, HOUR);
      var moved = refused + chance.between(1, chance.of(60, 3_600, 86_400));
      var how = chance.below(2);
      var other = 1 - event.detail() / 2 % 4;
      add(refused, Deed.APPLICATION_SAYS, event.label(), how, number * 8 + 4);
      add(moved, Deed.MOVES, event.label(), somebody(chance), other);
      var again = moved + chance.between(1, chance.of(3_600, 86_400, 86_400 * 40));
      add(again, Deed.APPLICATION_SAYS, event.label(), how, number * 8 + 4);
      number++;
      if (chance.chance(50)) {
        add(moved + 30, Deed.APPLICATION_SAYS, event.label(), how, number * 8 + 5);
        number++;
      }
    }
  }

  /// Referrers who leave, of which HR tells soon or late, and who leave on another day after all.
  private void leavers(Dice last) {
    var number = 0;
    for (var referrer : referrers.stream().distinct().toList()) {
      if (!last.chance(40)) {
        continue;
      }
      var at = last.between(DAY, last.of(200, 400, 800) * DAY);
      do {
        var day = last.of(-60, -3, 0, 14, 60) + last.between(0, 30);
        add(at, Deed.LEAVES, 0, referrer, number * 512 + 200 + (int) day);
        while (last.chance(30)) {
          add(
              at + last.between(0, 90 * DAY),
              Deed.LEAVES,
              0,
              referrer,
              number * 512 + 200 + (int) day);
        }
        number++;
        at += last.between(HOUR, 60 * DAY);
      } while (last.chance(30));
    }
  }

  /// An event of the recruiting system, and it again: soon, late, or with another content.
  private int application(Event submission, int number, Dice last) {
    var how = last.of(0, 0, 1, 1, 2);
    var what = last.of(0, 1, 1, 2, 2, 3, 4, 5, 6);
    var at = submission.at() + last.between(1, last.of(1, 10, 60) * DAY);
    add(at, Deed.APPLICATION_SAYS, submission.label(), how, number * 8 + what);
    while (last.chance(30)) {
      var again = last.chance(85) ? what : last.below(7);
      var later = last.between(0, last.of(5, 3_600, 86_400 * 30, 86_400 * 300));
      add(at + later, Deed.APPLICATION_SAYS, submission.label(), how, number * 8 + again);
    }
    return number + 1;
  }

  private static int somebody(Dice last) {
    return last.chance(75)
        ? Company.RECRUITERS[last.below(Company.RECRUITERS.length)]
        : last.below(9);
  }

  /// Shortly before or after something happens.
  private long near() {
    var event = events.get(dice.below(events.size()));
    return Math.max(0, event.at() + dice.between(-HOUR, HOUR));
  }
}
