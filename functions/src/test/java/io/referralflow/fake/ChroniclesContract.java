package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.port.Chronicles.Chronicle;
import io.referralflow.port.Chronicles.Written;
import io.referralflow.port.OperationId;
import io.referralflow.referral.FactFixtures;
import io.referralflow.reward.LedgerEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the records promise, wherever they are stored.
public interface ChroniclesContract {

  Stores stores();

  @Test
  default void a_record_is_facts_snapshot_and_ledger() {
    var submitted = submission(particulars(1)).in(stores().referrals());
    var accepted = step(submitted, FactFixtures.accepted(), FactFixtures.hired());
    var hired = accepted.in(stores().referrals());
    var entry =
        new LedgerEntry.Released(
            1,
            FactFixtures.firstReleased().at(),
            FactFixtures.euros("1000.00"),
            LocalDate.parse("2026-05-01"),
            LocalDate.parse("2026-05-29"));
    var released = step(hired, FactFixtures.firstReleased()).with(entry).in(stores().referrals());

    assertThat(stores().chronicles().read(FakeIds.referral(1)))
        .contains(
            new Chronicle.Whole(
                released,
                List.of(
                    new Written(
                        FactFixtures.submitted(particulars(1)),
                        new OperationId("submit " + FakeIds.referral(1).value())),
                    new Written(FactFixtures.accepted(), new OperationId("step 1")),
                    new Written(FactFixtures.hired(), new OperationId("step 1")),
                    new Written(FactFixtures.firstReleased(), new OperationId("step 2"))),
                List.of(entry)));
  }

  @Test
  default void what_was_never_referred_has_no_record() {
    assertThat(stores().chronicles().read(FakeIds.referral(7))).isEmpty();
  }
}
