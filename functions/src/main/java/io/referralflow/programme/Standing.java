package io.referralflow.programme;

import java.util.Optional;

/// How somebody belongs to the organisation, as far as a programme asks for it.
///
/// @param outside whether they are former staff or an outside relation
/// @param department as HR's directory names it, where it knows the person
/// @param team likewise
public record Standing(boolean outside, Optional<String> department, Optional<String> team) {

  /// Somebody of whom the directory says nothing.
  public Standing(boolean outside) {
    this(outside, Optional.empty(), Optional.empty());
  }
}
