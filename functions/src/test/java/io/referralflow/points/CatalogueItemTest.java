package io.referralflow.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueItemTest {

  private static CatalogueItem.Content of(int price, int stock) {
    return PointsFixtures.content(RewardKind.CHARITY, price, Optional.of(stock));
  }

  @Test
  void has_a_price_and_a_stock_that_can_be() {
    assertThatNoException().isThrownBy(() -> of(1, 0));
    assertThatNoException().isThrownBy(() -> of(1_000_000, 1_000_000));
    assertThatIllegalArgumentException().isThrownBy(() -> of(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> of(1_000_001, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> of(1, 1_000_001));
  }

  @Test
  void is_neither_money_nor_points() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PointsFixtures.content(RewardKind.MONEY, 1, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PointsFixtures.content(RewardKind.POINTS, 1, Optional.empty()));
  }

  @Test
  void counts_what_is_left() {
    var item = CatalogueItem.made(PointsFixtures.COURSE, of(5, 2));

    assertThat(item.available()).contains(2);
    assertThat(item.ordered(1).isSoldOut()).isFalse();
    assertThat(item.ordered(2).isSoldOut()).isTrue();
    assertThat(item.ordered(2).with(of(5, 1)).available()).contains(0);
    assertThat(item.ordered(1).with(of(6, 4)))
        .isEqualTo(new CatalogueItem(PointsFixtures.COURSE, 2, of(6, 4), 1));
    var endless = CatalogueItem.made(PointsFixtures.COURSE, PointsFixtures.course());
    assertThat(endless.ordered(9).isSoldOut()).isFalse();
    assertThat(endless.available()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Course", "-course", "a b", "12345678901234567890123456789012345678901"})
  void has_an_id_of_small_letters_digits_and_dashes(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ItemId(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order", "REFERRAL000000000000000001"})
  void is_ordered_under_an_id_of_26_letters_and_digits(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderId(id));
  }

  @Test
  void a_correction_changes_something_within_bounds() {
    assertThat(correction(1_000_000).change()).isEqualTo(1_000_000);
    assertThat(correction(-1_000_000).change()).isEqualTo(-1_000_000);
    assertThatIllegalArgumentException().isThrownBy(() -> correction(0));
    assertThatIllegalArgumentException().isThrownBy(() -> correction(1_000_001));
    assertThatIllegalArgumentException().isThrownBy(() -> correction(-1_000_001));
  }

  private static PointsEntry.Corrected correction(long change) {
    return new PointsEntry.Corrected(new EmployeeId("petra"), "key", Instant.EPOCH, change, "Why.");
  }
}
