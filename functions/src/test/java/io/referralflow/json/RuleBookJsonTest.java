package io.referralflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.eligibility.Credit;
import io.referralflow.eligibility.Excluded;
import io.referralflow.eligibility.RuleBook;
import io.referralflow.eligibility.ServiceDay;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookJsonTest {

  private static final String FIRST = "'severalReferrers': 'lowest-receipt'";

  private static Decoded<RuleBook> decoded(String fields) {
    return Form.read(
        "{" + fields.replace('\'', '"') + "}", form -> RuleBookJson.read(form).orElse(null));
  }

  private static RuleBook read(String fields) {
    assertThat(decoded(fields)).isInstanceOf(Decoded.Right.class);
    return ((Decoded.Right<RuleBook>) decoded(fields)).value();
  }

  private static List<String> errors(String fields) {
    assertThat(decoded(fields)).isInstanceOf(Decoded.Wrong.class);
    return ((Decoded.Wrong<RuleBook>) decoded(fields))
        .errors().stream().map(error -> error.field() + " " + error.code()).toList();
  }

  @Test
  void what_is_not_said_is_standard() {
    assertThat(read(FIRST)).isEqualTo(RuleBook.STANDARD);
  }

  @Test
  void everything_can_be_said() {
    assertThat(
            read(
                "'excluded': ['human-resources', 'hiring-manager'], 'knownMonths': 12,"
                    + " 'appealDays': 14, 'inServiceAt': 'milestone',"
                    + " 'severalReferrers': 'split-by-shares',"
                    + " 'shares': [50, 30, 20]"))
        .isEqualTo(
            new RuleBook(
                Set.of(Excluded.HUMAN_RESOURCES, Excluded.HIRING_MANAGER),
                12,
                new Credit.SplitByShares(List.of(50, 30, 20)),
                14,
                ServiceDay.MILESTONE));
    assertThat(read("'excluded': [], " + FIRST).excluded()).isEmpty();
    assertThat(read("'severalReferrers': 'split-equally'").credit())
        .isEqualTo(Credit.SPLIT_EQUALLY);
    assertThat(read("'severalReferrers': 'last-before-application'").credit())
        .isEqualTo(Credit.LAST_BEFORE_APPLICATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'knownMonths': 12 | severalReferrers required",
        "'severalReferrers': 'nobody' | severalReferrers not-in-list",
        "'severalReferrers': 'split-by-shares' | shares required",
        "'severalReferrers': 'split-by-shares', 'shares': 100 | shares type",
        "'severalReferrers': 'split-by-shares', 'shares': [100] | shares too-short",
        "'severalReferrers': 'split-by-shares', 'shares': [60, 39] | shares shares",
        "'severalReferrers': 'split-by-shares', 'shares': [0, 100] | shares out-of-range",
        "'severalReferrers': 'split-by-shares', 'shares': ['60', 40] | shares out-of-range",
        "'severalReferrers': 'split-equally', 'shares': [60, 40] | shares not-with-rule",
        "'severalReferrers': 'lowest-receipt', 'excluded': 'recruiters' | excluded type",
        "'severalReferrers': 'lowest-receipt', 'excluded': ['emma'] | excluded not-in-list",
        "'severalReferrers': 'lowest-receipt', 'excluded': ['recruiters','recruiters']"
            + " | excluded duplicate",
        "'severalReferrers': 'lowest-receipt', 'knownMonths': 61 | knownMonths out-of-range",
        "'severalReferrers': 'lowest-receipt', 'appealDays': -1 | appealDays out-of-range",
        "'severalReferrers': 'lowest-receipt', 'inServiceAt': 'payment' | inServiceAt not-in-list"
      })
  void what_contradicts_itself_is_refused(String fields, String error) {
    assertThat(errors(fields)).containsExactly(error);
  }

  @Test
  void a_list_of_more_than_ten_shares_is_refused() {
    var eleven = "10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9";

    assertThat(errors("'severalReferrers': 'split-by-shares', 'shares': [" + eleven + "]"))
        .containsExactly("shares too-long");
  }

  @Test
  void is_written_as_it_is_read() {
    var json = Json.object();
    var book =
        new RuleBook(Set.of(Excluded.values()), 6, new Credit.SplitByShares(List.of(70, 30)), 10)
            .with(ServiceDay.HIRE);
    RuleBookJson.put(json, book);

    assertThat(json.toString())
        .isEqualTo(
            "{'excluded':['recruiters','hiring-manager','human-resources'],'knownMonths':6,"
                    .replace('\'', '"')
                + "'severalReferrers':'split-by-shares','appealDays':10,'inServiceAt':'hire','shares':[70,30]}"
                    .replace('\'', '"'));
    assertThat(Form.read(json, form -> RuleBookJson.read(form).orElse(null)))
        .isEqualTo(new Decoded.Right<>(book));
  }
}
