package io.referralflow.submission;

import io.referralflow.programme.VacancyId;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Role;
import io.referralflow.submission.FindReferrer.Referrer;
import io.referralflow.submission.FindReferrer.Wrong;
import io.referralflow.submission.SubmitReferral.Entered;
import io.referralflow.submission.SubmitReferral.Request;
import io.referralflow.submission.SubmitReferral.Submission;
import io.referralflow.submission.SubmitReferral.Wanted;
import java.util.Optional;

/// Enters a referral on somebody's behalf (issue 5, part 10): that person is the referrer, is
/// judged by the rules, gets the receipt and sees the referral as their own. Who entered it is part
/// of the fact, and acts on it no more than the referrer does. Only recruiters do this.
public final class EnterReferral {

  private final SubmitReferral submitReferral;
  private final FindReferrer findReferrer;

  public EnterReferral(SubmitReferral submitReferral, FindReferrer findReferrer) {
    this.submitReferral = submitReferral;
    this.findReferrer = findReferrer;
  }

  /// A request to enter a referral.
  ///
  /// @param onBehalfOf the referrer's HR number or id
  public record Entry(
      Caller by,
      String onBehalfOf,
      VacancyId vacancy,
      Wanted candidate,
      Optional<String> key,
      String body) {}

  /// What became of it.
  public sealed interface Entering {
    /// It was judged like a submission by the referrer.
    record Judged(Submission submission) implements Entering {}

    /// The referrer cannot be that person.
    record WrongPerson(Wrong because) implements Entering {}

    /// Only recruiters enter referrals for others.
    record NotAllowed() implements Entering {}
  }

  public Entering execute(Entry entry) {
    if (!entry.by().has(Role.RECRUITER)) {
      return new Entering.NotAllowed();
    }
    var before = submitReferral.before(entry.by().id(), entry.key(), entry.body());
    if (before.isPresent()) {
      return new Entering.Judged(before.get());
    }
    return switch (findReferrer.execute(entry.by(), entry.onBehalfOf())) {
      case Referrer.Not(var because) -> new Entering.WrongPerson(because);
      case Referrer.Found(var referrer, var colleague) ->
          new Entering.Judged(
              submitReferral.execute(
                  new Request(
                          referrer, entry.vacancy(), entry.candidate(), entry.key(), entry.body())
                      .entered(new Entered(entry.by().id(), colleague))));
    };
  }
}
