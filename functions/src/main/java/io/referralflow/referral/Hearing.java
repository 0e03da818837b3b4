package io.referralflow.referral;

import io.referralflow.hire.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lets a referral hear what HR reports of a hire that it shares, each report once: what others
/// heard may be told again when one of them did not hear.
public final class Hearing {

  private Hearing() {}

  /// The events that a referral heard of, by its facts.
  public static Set<String> heard(List<Fact> facts) {
    var heard = new HashSet<String>();
    for (var fact : facts) {
      if (fact instanceof Fact.Reported(_, var report)) {
        heard.add(report.stamp().eventId());
      } else if (fact instanceof Fact.Appealed(_, _, var hire)) {
        heard.add(hire.stamp().eventId());
      }
    }
    return Set.copyOf(heard);
  }

  /// The reports that a referral did not hear of and that its state takes, as facts. One that says
  /// nothing new is a fact as well: the record tells what HR said.
  ///
  /// @param facts all that happened to the referral until now
  public static List<Fact> of(Referral referral, List<Fact> facts, List<Report> said, Instant now) {
    var known = heard(facts);
    var hears = new ArrayList<Fact>();
    var state = referral;
    for (var report : said) {
      var fact = new Fact.Reported(now, report);
      var after = Life.after(state, fact);
      if (after.isPresent() && !known.contains(report.stamp().eventId())) {
        state = after.get();
        hears.add(fact);
      }
    }
    return List.copyOf(hears);
  }
}
