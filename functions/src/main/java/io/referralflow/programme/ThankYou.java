package io.referralflow.programme;

import io.referralflow.candidate.Email;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who thanks a referrer after a hire.
///
/// @param workingDays how many working days after the hire the programme manager hears that it was
///   not done
/// @param escalateTo the programme manager's address
/// @param manager the HR number of who thanks; empty where it is the referrer's own manager, as the
///   directory says
/// @param managers the HR numbers of who thanks the referrers of a department, by its name
public record ThankYou(
    int workingDays, Email escalateTo, Optional<String> manager, Map<String, String> managers) {

  public ThankYou {
    managers = Collections.unmodifiableMap(new TreeMap<>(managers));
  }
}
