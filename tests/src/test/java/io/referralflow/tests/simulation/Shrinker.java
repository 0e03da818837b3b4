package io.referralflow.tests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes a failing story short: leaves out events, then faults, then time, as long as the same
/// promise is broken.
final class Shrinker {

  private static final int TRIES = 3_000;

  private final Plant plant;
  private final String promise;
  private int tries;

  private Shrinker(Plant plant, String promise) {
    this.plant = plant;
    this.promise = promise;
  }

  /// A shorter story that breaks the same promise as the first violation of a longer one.
  static Story shrink(Story story, Plant plant) {
    var played = History.play(story, plant);
    if (played.violations().isEmpty()) {
      throw new IllegalArgumentException("Nothing is violated");
    }
    var shrinker = new Shrinker(plant, promise(played.violations().getFirst()));
    var happened = Set.copyOf(played.happened());
    var only = story.faults().stream().filter(happened::contains).toList();
    var shorter = story.with(story.events(), only);
    if (!shrinker.fails(shorter)) {
      shorter = story;
    }
    for (var length = -1; length != size(shorter); ) {
      length = size(shorter);
      shorter =
          shrinker.less(shorter, Story::events, (each, some) -> each.with(some, each.faults()));
      shorter =
          shrinker.less(shorter, Story::faults, (each, some) -> each.with(each.events(), some));
    }
    return shrinker.earlier(shorter);
  }

  private static int size(Story story) {
    return story.events().size() + story.faults().size();
  }

  private static String promise(String violation) {
    return violation.split(" ", 2)[0];
  }

  private boolean fails(Story story) {
    if (++tries > TRIES) {
      return false;
    }
    return History.play(story, plant).violations().stream()
        .anyMatch(violation -> promise(violation).equals(promise));
  }

  private interface With<T> {
    Story of(Story story, List<T> some);
  }

  private <T> Story less(Story story, Function<Story, List<T>> parts, With<T> with) {
    var shortest = story;
    for (var size = Math.max(1, parts.apply(story).size() / 2); size >= 1; size /= 2) {
      for (var from = 0; from < parts.apply(shortest).size(); ) {
        var some = new ArrayList<>(parts.apply(shortest));
        some.subList(from, Math.min(from + size, some.size())).clear();
        var shorter = with.of(shortest, some);
        if (fails(shorter)) {
          shortest = shorter;
        } else {
          from += size;
        }
      }
    }
    return shortest;
  }

  /// Takes time out from between events, from the last to the first.
  private Story earlier(Story story) {
    var shortest = story;
    for (var i = shortest.events().size() - 1; i >= 0; i--) {
      for (var gap = gap(shortest, i) / 2; gap > 3_600; gap /= 2) {
        var moved = new ArrayList<>(shortest.events());
        for (var j = i; j < moved.size(); j++) {
          moved.set(j, moved.get(j).moved(moved.get(j).at() - gap));
        }
        var shorter = shortest.with(moved, shortest.faults());
        if (fails(shorter)) {
          shortest = shorter;
        }
      }
    }
    return shortest;
  }

  private static long gap(Story story, int i) {
    var events = story.events();
    return events.get(i).at() - (i == 0 ? 0 : events.get(i - 1).at());
  }

  /// A story in words.
  static String told(Story story, Plant plant) {
    var events =
        story.events().stream()
            .map(event -> "  " + story.start().plusSeconds(event.at()) + "  " + words(story, event))
            .collect(Collectors.joining("\n"));
    var faults =
        story.faults().stream()
            .map(fault ->
                "  at the "
                    + (fault.ordinal() + 1)
                    + ". call of "
                    + Faults.PLACES.get(fault.place()).name()
                    + ": "
                    + fault.kind())
            .collect(Collectors.joining("\n"));
    var ends =
        History.play(story, plant).violations().stream()
            .limit(3)
            .collect(Collectors.joining("\n  "));
    return "Seed "
        + story.seed()
        + ", "
        + story.company()
        + (story.calm() ? ", faults stop at the end" : "")
        + "\n"
        + events
        + (faults.isEmpty() ? "" : "\n" + faults)
        + "\n  then: "
        + ends;
  }

  private static String words(Story story, Event event) {
    var who = Company.PEOPLE.get(event.who()).id().value();
    var verb = event.deed().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return switch (event.deed()) {
      case SUBMITS ->
          who + " refers candidate " + event.detail() / 8 + " as referral " + event.label();
      case SUBMITS_AGAIN ->
          who + " sends referral " + event.label() + " again, variant " + event.detail();
      case ANSWERS ->
          "the candidate of referral "
              + event.label()
              + " answers "
              + List.of("yes", "yes, keep all", "no", "withdraw", "yes, forged", "objection")
                  .get(event.detail());
      case SUBMITS_FOR ->
          who
              + " enters candidate "
              + event.detail() % 64 / 8
              + " for "
              + Company.PEOPLE.get(event.detail() / 64).id().value()
              + " as referral "
              + event.label();
      case ENTERS_PHASE ->
          who
              + " moves referral "
              + event.label()
              + " to phase "
              + Story.PHASES.get(event.detail()).value();
      case APPLICATION_SAYS ->
          "the recruiting system says, event "
              + event.detail() / 8
              + ", of referral "
              + event.label()
              + ": variant "
              + event.detail() % 8
              + List.of(", by its id", ", by address", ", by address and vacancy").get(event.who());
      case LEAVES ->
          "HR says, event "
              + event.detail() / 512
              + ", that the last day of "
              + who
              + " is "
              + (event.detail() % 512 - 200)
              + " days from now";
      case MOVES -> who + " moves referral " + event.label() + " to vacancy " + event.detail();
      case CORRECTS_ADDRESS ->
          who
              + " corrects the address of referral "
              + event.label()
              + " to the "
              + List.of("right", "first", "referrer's").get(event.detail())
              + " one";
      case COPIES -> "the candidate of referral " + event.label() + " asks for a copy";
      case CORRECTS -> "the candidate of referral " + event.label() + " corrects the name";
      case APPEALS -> who + " appeals for referral " + event.label();
      case TAKES_BACK -> who + " takes back referral " + event.label();
      case DECIDES ->
          who
              + " decides on referral "
              + event.label()
              + ": "
              + List.of("advance", "reject", "allow", "refuse").get(event.detail());
      case HR_SAYS, ENTERS, AGREES ->
          (event.deed() == Event.Deed.HR_SAYS ? "" : who + " ")
              + verb
              + ": "
              + story.reports().get(event.detail());
      case CONFIRMS ->
          who
              + " confirms instalment "
              + event.detail() / 8
              + " of referral "
              + event.label()
              + ", variant "
              + event.detail() % 8;
      case HOLDS, CORRECTS_PAYMENT ->
          who
              + " "
              + verb
              + ": instalment "
              + event.detail() / 8
              + " of referral "
              + event.label()
              + ", variant "
              + event.detail() % 8;
      case CONFIRMS_ALL,
          LOOKS,
          LISTS,
          FREEZES,
          THAWS,
          CHANGES_SETTINGS,
          CHANGES_TERMS,
          CHANGES_VACANCY ->
          who + " " + verb;
      case OUTAGE,
          STREAM_LOST,
          STREAM_TWICE,
          STREAM_LATE,
          EXECUTIONS_LOST,
          EXECUTION_STOPPED,
          AMNESIA,
          NAME_REUSED,
          TIMER,
          TOKEN_SPENT,
          MAIL_PAUSED,
          MAIL_REFUSED,
          POISON,
          REDRIVE,
          UPKEEP_TWICE ->
          verb + ", referral " + event.label() + ", " + event.detail();
    };
  }
}
