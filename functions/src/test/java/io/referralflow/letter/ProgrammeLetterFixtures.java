package io.referralflow.letter;

import io.referralflow.candidate.Language;
import io.referralflow.letter.ProgrammeLetter.ActionEnded;
import io.referralflow.letter.ProgrammeLetter.Cost;
import io.referralflow.letter.ProgrammeLetter.Count;
import io.referralflow.letter.ProgrammeLetter.Head;
import io.referralflow.letter.ProgrammeLetter.OrderDelivered;
import io.referralflow.letter.ProgrammeLetter.OrderPlaced;
import io.referralflow.letter.ProgrammeLetter.PayRunClosed;
import io.referralflow.letter.ProgrammeLetter.TermsChanged;
import io.referralflow.letter.ProgrammeLetter.TermsChanged.Open;
import io.referralflow.letter.ProgrammeLetter.ToPay;
import io.referralflow.reward.Benefit;
import io.referralflow.reward.RewardKind;
import io.referralflow.scenario.Programme;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Letters of the programme with all that they can tell.
final class ProgrammeLetterFixtures {

  private ProgrammeLetterFixtures() {}

  /// One of each, so that all of them together say every sentence.
  static Stream<ProgrammeLetter> everything() {
    var head = head(Language.EN, "Petra de Boer");
    var changed = termsChanged(head);
    return Stream.of(
        actionEnded(head),
        payRun(head, false),
        new OrderPlaced(head, "Course", "Emma Jansen", Optional.of("Untaxed")),
        new OrderDelivered(head, "Course", 40),
        payRun(head, true),
        changed,
        new TermsChanged(
            head,
            Optional.of("Alumni"),
            changed.from(),
            true,
            3,
            List.of(),
            List.of(),
            List.of(new Open(8, 3))));
  }

  static Head head(Language language, String recipient) {
    return new Head(
        language,
        "Example B.V.",
        recipient,
        URI.create("https://referrals.example.com/#/programme"));
  }

  static TermsChanged termsChanged(Head head) {
    return new TermsChanged(
        head,
        Optional.empty(),
        ZonedDateTime.parse("2026-04-01T00:00+02:00[Europe/Amsterdam]"),
        false,
        3,
        List.of("New."),
        List.of("Old."),
        List.of(new Open(7, 2)));
  }

  static PayRunClosed payRun(Head head, boolean again) {
    return new PayRunClosed(
        head,
        LocalDate.parse("2026-05-22"),
        LocalDate.parse("2026-05-15"),
        again,
        List.of(
            new ToPay(
                "RF-7-1",
                "Emma Jansen",
                Programme.euros("1000.00"),
                Optional.empty(),
                Optional.of("Special rate"),
                false),
            new ToPay(
                "RF-8-1",
                "",
                Programme.euros("0.00"),
                Optional.of(new Benefit(RewardKind.DAYS_OFF, 2, "verlofdag", "day off")),
                Optional.empty(),
                false),
            new ToPay(
                "RF-9-2",
                "Tom Bakker",
                Programme.euros("500.00"),
                Optional.empty(),
                Optional.empty(),
                true)));
  }

  static ActionEnded actionEnded(Head head) {
    return new ActionEnded(
        head,
        "Spring",
        LocalDate.parse("2026-03-01"),
        LocalDate.parse("2026-03-31"),
        new Count(5, 4, 3, 2, 1),
        List.of(new Cost(Programme.euros("1000.00"), Programme.euros("3000.00"))));
  }
}
