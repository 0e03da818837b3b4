package io.referralflow.delivery;

import io.referralflow.port.Programmes;
import io.referralflow.programme.Programme;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Begins to tell of the terms that a programme has of its own, now that it is published: those in
/// force and those announced. Told before, they are not told again.
public final class AnnounceOwnTerms {

  private final Programmes programmes;
  private final AnnounceTerms announceTerms;
  private final InstantSource clock;

  public AnnounceOwnTerms(Programmes programmes, AnnounceTerms announceTerms, InstantSource clock) {
    this.programmes = programmes;
    this.announceTerms = announceTerms;
    this.clock = clock;
  }

  public void execute(Programme published) {
    if (published.status() == Programme.Status.PUBLISHED && published.hasTerms()) {
      var now = clock.instant();
      Stream.concat(
              programmes.ownTerms(List.of(published.id()), now).values().stream(),
              programmes.ownUpcoming(published.id(), now).stream())
          .forEach(terms -> announceTerms.begin(terms, now));
    }
  }
}
