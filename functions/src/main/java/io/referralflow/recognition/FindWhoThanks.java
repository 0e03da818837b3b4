package io.referralflow.recognition;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.programme.ThankYou;
import io.referralflow.staff.Employee;
import java.util.Optional;

/// Finds the manager who thanks a referrer: the one named for the referrer's department, else the
/// one named for all, else the referrer's own. Nobody thanks themselves.
public final class FindWhoThanks {

  private final Directory directory;

  public FindWhoThanks(Directory directory) {
    this.directory = directory;
  }

  /// The manager's row of the directory; empty where nobody is known. The referrer is looked for by
  /// HR number alone.
  public Optional<Colleague> execute(Employee referrer, ThankYou settings) {
    var number = referrer.hrNumber().filter(HrNumber::isValid).map(HrNumber::new);
    var colleague = number.flatMap(directory::find);
    return colleague
        .flatMap(known -> known.text(Detail.DEPARTMENT))
        .flatMap(department -> Optional.ofNullable(settings.managers().get(department)))
        .or(settings::manager)
        .map(HrNumber::new)
        .or(() -> colleague.flatMap(Colleague::manager))
        .filter(manager -> !Optional.of(manager).equals(number))
        .flatMap(directory::find);
  }
}
