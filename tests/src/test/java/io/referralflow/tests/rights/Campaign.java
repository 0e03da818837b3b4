package io.referralflow.tests.rights;

/// A slice of the campaign: more of what [RefusalsTest] and [NothingLearnedTest] do, from other
/// seeds. Arguments: the slice's number. Prints its counts as `make campaign` reads them, and exits
/// with 1 when something was violated.
final class Campaign {

  private static final int REFUSED = 10_000;
  private static final int PAIRS = 1_000;
  private static final int CALLS = 5_000;

  /// Between these nobody can tell two classes apart by time.
  private static final double LEAST = 0.48;

  private static final double MOST = 0.52;

  private Campaign() {}

  public static void main(String[] arguments) {
    var slice = Integer.parseInt(arguments[0]);
    var seed = 7_000_000L + slice * 10_000L;
    var refusals = Refusals.of(seed, REFUSED);
    refusals.wrong().forEach(System.out::println);
    var violations = refusals.wrong().size();
    var answers = 0;
    for (var each = seed; each < seed + PAIRS; each++) {
      var story = Pair.of(each);
      answers += story.ofKnown().asked().size();
      if (!story.ofKnown().equals(story.ofUnknown())) {
        System.out.printf("seed %d tells who is known: %s%n", each, story.steps());
        violations++;
      }
    }
    var area = Distinguisher.areaUnderTheCurve(seed, CALLS);
    var told = area < LEAST || area > MOST;
    System.out.printf(
        "slice %d: %s, area under the curve %.4f%n", slice, refusals.statuses(), area);
    System.out.printf(
        "campaign {\"requests\": %d, \"refused\": %d, \"pairs\": %d, \"answers_compared\": %d,"
            + " \"timed_calls\": %d, \"slices_told_apart_by_time\": %d, \"violations\": %d}%n",
        refusals.asked(), refusals.refused(), PAIRS, answers, 2 * CALLS, told ? 1 : 0, violations);
    System.exit(violations == 0 ? 0 : 1);
  }
}
