package io.referralflow.directory;

import io.referralflow.hire.HrNumber;
import io.referralflow.port.Accounts;
import io.referralflow.port.Directory;
import io.referralflow.staff.EmployeeId;
import java.util.Map;
import java.util.Optional;

/// Takes an invitation to refer back: the account is closed, and name, address and language leave
/// the directory. What the person referred stays as it was promised. Idempotent: taken back again
/// is the same answer.
public final class WithdrawOutsider {

  private static final Map<Detail, Optional<String>> FORGOTTEN =
      Map.of(
          Detail.NAME,
          Optional.empty(),
          Detail.EMAIL,
          Optional.empty(),
          Detail.LANGUAGE,
          Optional.empty());

  private final Directory directory;
  private final SaveColleague saveColleague;
  private final Accounts accounts;

  public WithdrawOutsider(Directory directory, SaveColleague saveColleague, Accounts accounts) {
    this.directory = directory;
    this.saveColleague = saveColleague;
    this.accounts = accounts;
  }

  /// What became of it.
  public sealed interface Withdrawing {
    record Withdrawn(Colleague outsider) implements Withdrawing {}

    /// Nobody was invited by this number.
    record NotFound() implements Withdrawing {}

    /// Nobody knows whether the account is closed; the same again settles it.
    record Unknown() implements Withdrawing {}
  }

  public Withdrawing execute(EmployeeId by, HrNumber number) {
    var found = directory.find(number).filter(_ -> number.isInvited());
    if (found.isEmpty()) {
      return new Withdrawing.NotFound();
    }
    return switch (accounts.close(number)) {
      case CLOSED ->
          new Withdrawing.Withdrawn(
              found.get().email().isEmpty()
                  ? found.get()
                  : saveColleague.execute(by, number, FORGOTTEN).colleague());
      case UNKNOWN -> new Withdrawing.Unknown();
    };
  }
}
