package io.referralflow.letter;

import static io.referralflow.candidate.Language.EN;
import static io.referralflow.letter.LetterFixtures.bare;
import static io.referralflow.letter.LetterFixtures.first;
import static io.referralflow.letter.LetterFixtures.second;
import static io.referralflow.letter.LetterKind.PAYOUT;
import static io.referralflow.reward.InstalmentState.PLANNED;
import static io.referralflow.reward.InstalmentState.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFactsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,hello", "/relative", "mailto:a@b.c"})
  void a_link_that_is_not_of_the_web_is_refused(String address) {
    var facts = bare(PAYOUT, EN).link(URI.create(address));

    assertThatThrownBy(facts::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A letter links to http or https only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://referrals.example.com/#/payouts", "http://localhost:8080/#/payouts"})
  void a_link_of_the_web_is_taken(String address) {
    assertThat(bare(PAYOUT, EN).link(URI.create(address)).build().link())
        .contains(URI.create(address));
  }

  @Test
  void a_letter_cannot_be_about_an_instalment_that_is_not_there() {
    var facts = bare(PAYOUT, EN).instalments(List.of(first(RELEASED))).payout(2, "RF-1042-2");

    assertThatThrownBy(facts::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No such instalment: 2");
  }

  @Test
  void the_instalment_that_a_letter_is_about_is_found_by_its_number() {
    var facts =
        bare(PAYOUT, EN)
            .instalments(List.of(first(PLANNED), second(RELEASED)))
            .payout(2, "RF-1042-2")
            .build();

    assertThat(facts.subjectInstalment()).contains(second(RELEASED));
  }

  @Test
  void a_letter_need_not_be_about_an_instalment() {
    assertThat(bare(PAYOUT, EN).instalments(List.of(first(PLANNED))).build().subjectInstalment())
        .isEmpty();
  }

  @Test
  void facts_do_not_change_with_the_list_they_came_from() {
    var instalments = new ArrayList<>(List.of(first(PLANNED)));
    var facts = bare(PAYOUT, EN).instalments(instalments).build();

    instalments.clear();

    assertThat(facts.instalments()).containsExactly(first(PLANNED));
  }
}
