package io.referralflow.submission;

import io.referralflow.port.Programmes;
import io.referralflow.port.Programmes.Offer;
import io.referralflow.programme.Portfolio.Choice;
import io.referralflow.programme.Programme;
import io.referralflow.programme.ProgrammeId;
import io.referralflow.programme.Terms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which terms hold for what somebody submits: those of the programme that it belongs to, where
/// that has its own in force, else those of the organisation. They are asked for only where a
/// programme has any, by one request more.
final class Promised {

  private final Programmes programmes;

  Promised(Programmes programmes) {
    this.programmes = programmes;
  }

  Optional<Terms> under(Choice choice, Offer offer, Instant now) {
    return among(List.of(choice), now).under(choice, offer);
  }

  /// The own terms of all programmes that these submissions would belong to.
  Own among(Collection<Choice> choices, Instant now) {
    var programmesWithTerms =
        choices.stream()
            .flatMap(choice -> chosen(choice).stream())
            .filter(Programme::hasTerms)
            .map(Programme::id)
            .collect(Collectors.toSet());
    return new Own(
        programmesWithTerms.isEmpty() ? Map.of() : programmes.ownTerms(programmesWithTerms, now));
  }

  /// Terms of programmes' own that are in force.
  record Own(Map<ProgrammeId, Terms> terms) {

    Optional<Terms> under(Choice choice, Offer offer) {
      return chosen(choice)
          .flatMap(programme -> Optional.ofNullable(terms.get(programme.id())))
          .or(offer::terms);
    }
  }

  private static Optional<Programme> chosen(Choice choice) {
    return switch (choice) {
      case Choice.Chosen(var programme) -> Optional.of(programme);
      case Choice.Refused _ -> Optional.empty();
    };
  }
}
