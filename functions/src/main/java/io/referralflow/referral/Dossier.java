package io.referralflow.referral;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.PersonKey;
import io.referralflow.programme.VacancyId;
import java.time.Instant;
import java.util.Optional;

/// What every state of a referral carries along: the particulars, what the candidate allowed, and
/// what became of the personal data.
///
/// @param toldAt when the candidate's notice of the end was handed over
/// @param withdrawnAt when the candidate withdrew or the referrer took it back: from then on the
///   name is shown to nobody, and the data goes as soon as the goodbye is sent
/// @param erasedAt when the personal data was deleted
/// @param course what was said about phases of the procedure
public record Dossier(
    Particulars particulars,
    Feedback feedback,
    Keep keep,
    Optional<Instant> toldAt,
    Optional<Instant> withdrawnAt,
    Optional<Instant> erasedAt,
    Course course) {

  static Dossier of(Particulars particulars) {
    return new Dossier(
        particulars,
        Feedback.STAGE,
        Keep.PROCEDURE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Course.NONE);
  }

  Dossier corrected(PersonKey right, Instant at) {
    return new Dossier(
        particulars.invitedAnew(right, particulars.generation() + 1, at),
        feedback,
        keep,
        toldAt,
        withdrawnAt,
        erasedAt,
        course);
  }

  Dossier moved(VacancyId vacancy, Instant at) {
    return new Dossier(
        particulars.movedTo(vacancy, at),
        feedback,
        keep,
        toldAt,
        withdrawnAt,
        erasedAt,
        course.moved());
  }

  Dossier allowing(Feedback allowed, Keep kept) {
    return new Dossier(particulars, allowed, kept, toldAt, withdrawnAt, erasedAt, course);
  }

  Dossier told(Instant at) {
    return new Dossier(
        particulars,
        feedback,
        keep,
        toldAt.or(() -> Optional.of(at)),
        withdrawnAt,
        erasedAt,
        course);
  }

  Dossier withdrawn(Instant at) {
    return new Dossier(
        particulars,
        feedback,
        keep,
        toldAt,
        withdrawnAt.or(() -> Optional.of(at)),
        erasedAt,
        course);
  }

  Dossier erased(Instant at) {
    return new Dossier(
        particulars,
        feedback,
        keep,
        toldAt,
        withdrawnAt,
        erasedAt.or(() -> Optional.of(at)),
        course);
  }

  Dossier on(Course other) {
    return new Dossier(particulars, feedback, keep, toldAt, withdrawnAt, erasedAt, other);
  }

  /// Whether the candidate's name may still be shown.
  public boolean nameStands() {
    return withdrawnAt.isEmpty() && erasedAt.isEmpty();
  }
}
