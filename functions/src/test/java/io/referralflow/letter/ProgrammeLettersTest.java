package io.referralflow.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Language;
import io.referralflow.letter.ProgrammeLetter.ActionEnded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgrammeLettersTest {

  private final ProgrammeLetters letters = new ProgrammeLetters();

  @Test
  void an_action_that_ended_is_told_in_numbers() {
    var letter =
        letters.write(
            ProgrammeLetterFixtures.actionEnded(
                ProgrammeLetterFixtures.head(Language.EN, "Petra de Boer")));

    assertThat(letter.subject()).isEqualTo("The action Spring has ended: what it brought");
    assertThat(letter.text().replaceAll("\\s+", " "))
        .startsWith(
            "Hello Petra de Boer, The action Spring ran from 1 March 2026 up to and including"
                + " 31 March 2026. This is what it brought until now. Referrals 5 Referrals whose"
                + " candidate was hired 4 Referrals for which something was paid 3 Payments made"
                + " by the promised day 2 Payments made later, or not made when their day had"
                + " passed 1 Paid so far: €1,000.00 Still to be paid for these hires: €3,000.00"
                + " Nobody can refer by it any more; what was promised stays as it was promised.")
        .contains("https://referrals.example.com/#/programme", "Kind regards, Example B.V.");
  }

  @Test
  void what_cost_nothing_names_no_costs_and_whose_name_is_not_known_is_greeted_without() {
    var full = ProgrammeLetterFixtures.actionEnded(ProgrammeLetterFixtures.head(Language.NL, ""));
    var letter =
        letters.write(
            new ActionEnded(
                full.head(), full.name(), full.startsOn(), full.endsOn(), full.count(), List.of()));

    assertThat(letter.text()).startsWith("Hallo,").doesNotContain("uitbetaald:", "Nog te betalen");
  }

  @Test
  void a_language_without_a_catalogue_is_refused() {
    var none = new ProgrammeLetters(Map.of());

    assertThatThrownBy(() ->
            none.write(
                ProgrammeLetterFixtures.actionEnded(ProgrammeLetterFixtures.head(Language.NL, ""))))
        .hasMessage("No catalogue for NL");
  }
}
