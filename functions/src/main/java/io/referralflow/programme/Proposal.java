package io.referralflow.programme;

import io.referralflow.port.Programmes;
import io.referralflow.port.WorkingDays;
import io.referralflow.programme.PublishTerms.Content;
import io.referralflow.programme.PublishTerms.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Terms that somebody wants to hold, and from when they may: a change of what people refer under
/// is announced before it takes effect (S34), so that it holds no earlier than the settings' days
/// of notice after its publication.
///
/// @param asked the moment that was asked for; empty for the first that may be
/// @param earliest the first moment that may be: the publication where nothing changes for anybody,
///   else the beginning of a day in the programme's zone
record Proposal(Content content, Optional<Instant> asked, Instant now, Instant earliest) {

  /// How far ahead the payroll's calendar is held against the promise: every way in which weekends
  /// and holidays fall comes by.
  private static final int YEARS_AHEAD = 6;

  /// Terms that take the place of others.
  ///
  /// @param before under which people refer until then; empty where nobody does
  static Proposal of(
      Content content,
      Optional<Instant> asked,
      Optional<Terms> before,
      Programmes programmes,
      Instant now) {
    var isChange = before.map(Content::of).filter(it -> !it.equals(content)).isPresent();
    var settings = isChange ? programmes.settings() : Optional.<Settings>empty();
    return new Proposal(content, asked, now, settings.map(it -> earliest(it, now)).orElse(now));
  }

  private static Instant earliest(Settings settings, Instant now) {
    var morning =
        settings
            .day(now)
            .plusDays(settings.termsNotice().toDays())
            .atStartOfDay(settings.zone())
            .toInstant();
    return morning.isAfter(now) ? morning : now;
  }

  /// From when they will hold.
  Instant effectiveFrom() {
    return asked.orElse(earliest);
  }

  /// Why they cannot be published, if they cannot.
  Optional<Publication> refusal(WorkingDays workingDays) {
    if (asked.filter(from -> from.isBefore(earliest) || !from.isAfter(now)).isPresent()) {
      return Optional.of(new Publication.TooEarly(earliest, earliest.isAfter(now)));
    }
    var first = LocalDate.ofInstant(effectiveFrom(), ZoneOffset.UTC);
    var broken = content.promise().broken(first, first.plusYears(YEARS_AHEAD), workingDays);
    return broken.isEmpty() ? Optional.empty() : Optional.of(new Publication.PromiseBroken(broken));
  }

  /// What is in force or announced already just as it is asked for.
  ///
  /// @param newest what is announced, else what is in force
  Optional<Terms> sameAs(Optional<Terms> newest) {
    return newest
        .filter(terms -> Content.of(terms).equals(content))
        .filter(terms -> terms.isInForce(now) || isInTime(terms.effectiveFrom()));
  }

  private boolean isInTime(Instant announced) {
    return asked.map(announced::equals).orElse(!announced.isAfter(earliest));
  }

  Terms as(int version) {
    return content.as(version, now, effectiveFrom());
  }
}
