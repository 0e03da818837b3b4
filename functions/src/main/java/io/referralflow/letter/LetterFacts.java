package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.Stage;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// All that a letter may tell. Which facts a letter needs follows from its words: [Letters] refuses
/// to write one whose words name a fact that is absent. Names come as people typed them; the letter
/// makes them harmless. A blank name counts as absent.
///
/// @param language the language of the person who receives the letter
/// @param recipient the name of that person; blank for an address without a name
/// @param referrer the name of the employee who referred, to finance the payee
/// @param candidate absent once the personal data is gone
/// @param link where the letter's button leads
/// @param receivedAt when the referral came in, in the programme's zone
/// @param answerBy the last day for an answer to the invitation
/// @param keptUntil the last day on which personal data is kept; after an end absent when the data
///   goes at once
/// @param startsOn the first working day
/// @param instalment the number of the instalment that this letter is about
/// @param reference the payout's own reference
/// @param paidOn the day on which finance paid
/// @param stage to a referrer only as far as the candidate allowed
/// @param reason to a referrer only as far as the candidate allowed
/// @param appealDays for how many days a referrer may appeal, where a hire earns nothing by a rule;
///   0 where the terms let nobody appeal
/// @param taxLabel how payroll treats what finance is asked for
/// @param privacyContact the mail address for questions about personal data
public record LetterFacts(
    Language language,
    String organisation,
    String recipient,
    String referrer,
    String vacancy,
    long receiptNumber,
    Optional<String> candidate,
    Optional<URI> link,
    Optional<ZonedDateTime> receivedAt,
    Optional<LocalDate> answerBy,
    Optional<LocalDate> keptUntil,
    Optional<LocalDate> startsOn,
    List<LetterInstalment> instalments,
    OptionalInt instalment,
    Optional<String> reference,
    Optional<LocalDate> paidOn,
    Optional<Stage> stage,
    Optional<RejectionReason> reason,
    OptionalInt appealDays,
    Optional<String> privacyContact,
    Optional<String> taxLabel) {

  private static final Set<String> LINK_SCHEMES = Set.of("http", "https");

  public LetterFacts {
    instalments = List.copyOf(instalments);
    if (link.isPresent() && !LINK_SCHEMES.contains(String.valueOf(link.get().getScheme()))) {
      throw new IllegalArgumentException("A letter links to http or https only");
    }
    if (instalment.isPresent() && find(instalments, instalment.getAsInt()).isEmpty()) {
      throw new IllegalArgumentException("No such instalment: " + instalment.getAsInt());
    }
  }

  /// The instalment that this letter is about.
  Optional<LetterInstalment> subjectInstalment() {
    return instalment.isPresent() ? find(instalments, instalment.getAsInt()) : Optional.empty();
  }

  private static Optional<LetterInstalment> find(List<LetterInstalment> all, int number) {
    return all.stream().filter(each -> each.number() == number).findFirst();
  }

  /// What every letter knows; the rest is added as far as it is known.
  public static Builder about(
      Language language,
      String organisation,
      String recipient,
      String referrer,
      String vacancy,
      long receiptNumber) {
    return new Builder(
        new LetterFacts(
            language,
            organisation,
            recipient,
            referrer,
            vacancy,
            receiptNumber,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /// Collects facts one by one. Takes optional ones as they come from elsewhere, so that the caller
  /// need not ask what is there.
  public static final class Builder {
    private final LetterFacts known;
    private Optional<String> candidate = Optional.empty();
    private Optional<URI> link = Optional.empty();
    private Optional<ZonedDateTime> receivedAt = Optional.empty();
    private Optional<LocalDate> answerBy = Optional.empty();
    private Optional<LocalDate> keptUntil = Optional.empty();
    private Optional<LocalDate> startsOn = Optional.empty();
    private List<LetterInstalment> instalments = List.of();
    private OptionalInt instalment = OptionalInt.empty();
    private Optional<String> reference = Optional.empty();
    private Optional<LocalDate> paidOn = Optional.empty();
    private Optional<Stage> stage = Optional.empty();
    private Optional<RejectionReason> reason = Optional.empty();
    private OptionalInt appealDays = OptionalInt.empty();
    private Optional<String> privacyContact = Optional.empty();
    private Optional<String> taxLabel = Optional.empty();

    private Builder(LetterFacts known) {
      this.known = known;
    }

    public Builder candidate(Optional<String> name) {
      candidate = name;
      return this;
    }

    public Builder link(URI address) {
      link = Optional.of(address);
      return this;
    }

    public Builder receivedAt(ZonedDateTime moment) {
      receivedAt = Optional.of(moment);
      return this;
    }

    public Builder answerBy(LocalDate day) {
      answerBy = Optional.of(day);
      return this;
    }

    public Builder keptUntil(Optional<LocalDate> day) {
      keptUntil = day;
      return this;
    }

    public Builder startsOn(Optional<LocalDate> day) {
      startsOn = day;
      return this;
    }

    public Builder instalments(List<LetterInstalment> all) {
      instalments = all;
      return this;
    }

    /// The instalment that the letter is about, and the payout's reference.
    public Builder payout(int number, String payoutReference) {
      instalment = OptionalInt.of(number);
      reference = Optional.of(payoutReference);
      return this;
    }

    public Builder paidOn(LocalDate day) {
      paidOn = Optional.of(day);
      return this;
    }

    /// How far an unhappy end may be told.
    public Builder ending(Optional<Stage> allowedStage, Optional<RejectionReason> allowedReason) {
      stage = allowedStage;
      reason = allowedReason;
      return this;
    }

    /// That a hire earns the referrer nothing by a rule, and for how long they may appeal.
    public Builder appealDays(int days) {
      appealDays = OptionalInt.of(days);
      return this;
    }

    /// Where a candidate asks about their data.
    public Builder privacyContact(Optional<String> address) {
      privacyContact = address;
      return this;
    }

    public Builder taxLabel(Optional<String> label) {
      taxLabel = label;
      return this;
    }

    public LetterFacts build() {
      return new LetterFacts(
          known.language,
          known.organisation,
          known.recipient,
          known.referrer,
          known.vacancy,
          known.receiptNumber,
          candidate,
          link,
          receivedAt,
          answerBy,
          keptUntil,
          startsOn,
          instalments,
          instalment,
          reference,
          paidOn,
          stage,
          reason,
          appealDays,
          privacyContact,
          taxLabel);
    }
  }
}
