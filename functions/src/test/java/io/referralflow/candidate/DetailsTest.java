package io.referralflow.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DetailsTest {

  private static final Candidate SAM =
      new Candidate(
          "Sam Smit",
          new Email("sam@example.org"),
          Optional.of("+31 6 12345678"),
          Optional.of("https://example.org/sam"),
          Language.EN,
          Optional.of(Relation.PROJECT),
          Optional.of("We built a pipeline together."),
          OptionalInt.of(4));

  private static final Details SAME =
      new Details(
          "Sam Smit",
          Optional.of("+31 6 12345678"),
          Optional.of("https://example.org/sam"),
          Language.EN);

  @Test
  void what_is_right_already_is_no_correction() {
    assertThat(SAME.correct(SAM)).isEmpty();
    assertThat(SAME.of(SAM)).isEqualTo(SAM);
  }

  @Test
  void each_detail_is_told_apart() {
    assertThat(new Details("Samuel", SAME.phone(), SAME.linkedin(), SAME.language()).correct(SAM))
        .containsExactly(Detail.NAME);
    assertThat(
            new Details(SAME.name(), Optional.empty(), SAME.linkedin(), SAME.language())
                .correct(SAM))
        .containsExactly(Detail.PHONE);
    assertThat(
            new Details(SAME.name(), SAME.phone(), Optional.empty(), SAME.language()).correct(SAM))
        .containsExactly(Detail.LINKEDIN);
    assertThat(new Details(SAME.name(), SAME.phone(), SAME.linkedin(), Language.NL).correct(SAM))
        .containsExactly(Detail.LANGUAGE);
  }

  @Test
  void a_correction_keeps_the_address_and_what_the_referrer_wrote() {
    var details = new Details("Samuel Smit", Optional.empty(), Optional.empty(), Language.NL);

    assertThat(details.of(SAM))
        .isEqualTo(
            new Candidate(
                "Samuel Smit",
                new Email("sam@example.org"),
                Optional.empty(),
                Optional.empty(),
                Language.NL,
                Optional.of(Relation.PROJECT),
                Optional.of("We built a pipeline together."),
                OptionalInt.of(4)));
  }

  @Test
  void details_do_not_reach_a_log_by_accident() {
    assertThat(SAME).hasToString("Details[…]");
  }
}
