package io.referralflow.fake;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Accounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A pool of accounts in memory.
public final class FakeAccounts implements Accounts {

  private final Map<HrNumber, Email> open = new HashMap<>();
  private final List<HrNumber> invited = new ArrayList<>();
  private final Set<Email> taken = new HashSet<>();
  private boolean isOut;
  private boolean refuses;

  /// Somebody of the organisation signs in with an address.
  public void take(Email address) {
    taken.add(address);
  }

  /// From now on every call comes to an unknown end, or no more.
  public void goOut(boolean out) {
    isOut = out;
  }

  /// From now on no address is taken.
  public void refuse() {
    refuses = true;
  }

  /// Who can sign in.
  public Map<HrNumber, Email> all() {
    return Map.copyOf(open);
  }

  /// Who was mailed how to sign in, once for each mail.
  public List<HrNumber> mailed() {
    return List.copyOf(invited);
  }

  @Override
  public Opening open(HrNumber number, String name, Email email) {
    if (refuses) {
      return Opening.REFUSED;
    }
    if (taken.contains(email)) {
      return Opening.TAKEN;
    }
    open.put(number, email);
    if (isOut) {
      return Opening.UNKNOWN;
    }
    invited.add(number);
    return Opening.OPEN;
  }

  @Override
  public Closing close(HrNumber number) {
    if (isOut) {
      return Closing.UNKNOWN;
    }
    open.remove(number);
    return Closing.CLOSED;
  }
}
