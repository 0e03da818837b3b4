package io.referralflow.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.Key;
import io.referralflow.fake.ProgrammesContract;
import io.referralflow.fake.Stores;
import io.referralflow.programme.Terms;
import io.referralflow.programme.VacancyId;
import io.referralflow.reward.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamoProgrammesIT implements ProgrammesContract {

  private final LocalTable table = LocalTable.fresh();

  @Override
  public Stores stores() {
    return table;
  }

  /// Tables are older than the row of the terms in force.
  @Test
  void terms_that_have_no_row_of_their_own_are_in_force_all_the_same() {
    for (var version = 1; version <= 2; version++) {
      var terms =
          new Terms(
              version, Instant.EPOCH, Map.of(), List.of(), List.of(), 2, Promise.within(30), 12);
      assertThat(table.programmes().publish(terms, PETRA)).isTrue();
    }
    var _ = table.table().write(new Write.Delete(Key.termsInForce(), Condition.NONE));

    assertThat(table.programmes().terms(Instant.EPOCH)).map(Terms::version).hasValue(2);
    assertThat(table.programmes().offer(new VacancyId("none"), Instant.EPOCH).terms())
        .map(Terms::version)
        .hasValue(2);
  }
}
