package io.referralflow.payout;

import io.referralflow.hire.Employment;
import io.referralflow.hire.Register;
import io.referralflow.hire.Stamp;
import io.referralflow.port.Entries;
import io.referralflow.staff.EmployeeId;
import java.util.Optional;
import java.util.stream.Stream;

/// Nobody says that money was paid which rests on an event that they entered by hand or agreed to.
record OwnWord(Entries entries) {

  /// Whether a person gave their word for an event that what is owed rests on.
  boolean counts(Employment employment, EmployeeId person) {
    var registers =
        Stream.of(
            Optional.of(employment.hired().stamp()),
            Optional.of(employment.firstHire()),
            Optional.of(employment.start().stamp()),
            employment.probationEnd().map(Register::stamp),
            employment.lastDay().map(Register::stamp));
    return registers
        .flatMap(Optional::stream)
        .map(Stamp::eventId)
        .distinct()
        .flatMap(id -> entries.find(id).stream())
        .anyMatch(entry ->
            entry.enteredBy().equals(person)
                || entry.agreedBy().filter(person::equals).isPresent());
  }
}
