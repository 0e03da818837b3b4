package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.hire.Stamp;
import io.referralflow.programme.PhaseId;
import io.referralflow.referral.Course;
import io.referralflow.referral.RejectionReason;

/// What was said about the phases of a referral, inside a row, under `course`. Where nothing was
/// said it takes no room.
final class CourseMap {

  private static final String COURSE = "course";
  private static final String ENTRIES = "entries";
  private static final String PHASE = "phase";
  private static final String SINCE = "since";
  private static final String EVENT = "event";
  private static final String PASSED = "passed";
  private static final String TURNED_DOWN = "turnedDown";

  private CourseMap() {}

  static Attributes toMap(Course course) {
    return course.equals(Course.NONE)
        ? Attributes.none()
        : Attributes.none()
            .map(
                COURSE,
                Attributes.none()
                    .list(ENTRIES, course.entries().stream().map(CourseMap::toMap).toList())
                    .flag(PASSED, course.passed())
                    .constant(TURNED_DOWN, course.turnedDown()));
  }

  static Course fromMap(Attributes map) {
    return map.mapIfAny(COURSE)
        .map(course ->
            new Course(
                course.list(ENTRIES).stream()
                    .map(entry -> new Course.Entry(phase(entry), since(entry)))
                    .toList(),
                course.flag(PASSED),
                course.constantIfAny(TURNED_DOWN, RejectionReason.class)))
        .orElse(Course.NONE);
  }

  private static Attributes toMap(Course.Entry entry) {
    return toMap(entry.phase(), entry.since());
  }

  /// A phase that was entered, as a fact has it too.
  static Attributes toMap(PhaseId phase, Stamp since) {
    return Attributes.none()
        .text(PHASE, phase.value())
        .instant(SINCE, since.occurredAt())
        .text(EVENT, since.eventId());
  }

  static PhaseId phase(Attributes map) {
    return new PhaseId(map.text(PHASE));
  }

  static Stamp since(Attributes map) {
    return new Stamp(map.instant(SINCE), map.text(EVENT));
  }
}
