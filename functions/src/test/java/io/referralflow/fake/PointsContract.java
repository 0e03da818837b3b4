package io.referralflow.fake;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static io.referralflow.points.PointsFixtures.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.message.ProgrammeNotice;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.ItemId;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PointsEntry;
import io.referralflow.points.PointsFixtures;
import io.referralflow.port.Committed;
import io.referralflow.port.OperationId;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.port.Points.Correction;
import io.referralflow.port.Points.Draw;
import io.referralflow.port.Points.Placing;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.Fact;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.Particulars;
import io.referralflow.reward.RewardKind;
import io.referralflow.scenario.People;
import io.referralflow.staff.EmployeeId;
import io.referralflow.step.Consequences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What points promise, wherever they are stored.
public interface PointsContract {

  EmployeeId EMMA = People.EMMA.id();
  EmployeeId PETRA = People.PETRA.id();

  Stores stores();

  private Points points() {
    return stores().points();
  }

  private static CatalogueItem course(Optional<Integer> stock) {
    return CatalogueItem.made(
        COURSE, PointsFixtures.content(RewardKind.TRAINING_BUDGET, 40, stock));
  }

  private static Correction gift(String key, long change) {
    return new Correction(
        EMMA, new PointsEntry.Corrected(PETRA, key, NOON, change, "Missed in May."));
  }

  private static Order.Placed order(int number, CatalogueItem item, Instant at) {
    var content = item.content();
    return new Order.Placed(
        new OrderId(FakeIds.referral(number).value()),
        EMMA,
        new Order.Ordered(
            item.id(),
            item.version(),
            content.title(),
            content.price(),
            content.kind(),
            Optional.of("Untaxed")),
        at);
  }

  private Placing place(Order.Placed order, String key) {
    return points()
        .place(
            order, List.of(new Draw(EMMA, order.ordered().price())), key, People.EMMA.employee());
  }

  private static PointsEntry.Spent spent(Order.Placed order, int points) {
    return new PointsEntry.Spent(order.id(), order.at(), points);
  }

  private static Page.Request all() {
    return new Page.Request(10, Optional.empty());
  }

  private void setUp(long balance, Optional<Integer> stock) {
    assertThat(points().save(course(stock), PETRA, NOON)).isTrue();
    assertThat(points().correct(gift("first", balance))).isPresent();
  }

  private static Fact.Released released() {
    return FactFixtures.released("2026-05-01T06:00:00Z", 2, "2026-05-01", "2026-05-29");
  }

  private static Fact.Paid takenIn() {
    return new Fact.Paid(
        Instant.parse("2026-05-01T06:00:00Z"),
        2,
        LocalDate.parse("2026-05-01"),
        PointsEntry.ACCOUNT);
  }

  private Snapshot hired() {
    var particulars =
        new Particulars(
            FakeIds.referral(1),
            EMMA,
            FactFixtures.PERSON,
            FactFixtures.VACANCY,
            1,
            NOON,
            PointsFixtures.terms());
    var submitted = submission(particulars).in(stores().referrals());
    return step(submitted, FactFixtures.hired()).in(stores().referrals());
  }

  private Committed release(Snapshot before, String operation) {
    return stores()
        .referrals()
        .commit(
            Consequences.of(
                before,
                new OperationId(operation),
                released().at(),
                List.of(released(), takenIn()),
                List.of(),
                false));
  }

  @Test
  default void the_step_that_releases_points_writes_them_into_the_account() {
    var hired = hired();
    assertThat(points().balance(EMMA)).isZero();

    var committed = release(hired, "release:2");
    var again = release(hired, "release:2");
    var late = release(hired, "release:2 by another");

    assertThat(committed).isInstanceOf(Committed.Done.class);
    assertThat(again).isEqualTo(committed);
    assertThat(late).isInstanceOf(Committed.Stale.class);
    assertThat(points().balance(EMMA)).isEqualTo(50);
    assertThat(points().entries(EMMA, all()).items())
        .containsExactly(new PointsEntry.Earned(FakeIds.referral(1), 2, released().at(), 50));
    assertThat(stores().referrals().payouts(PayoutState.RELEASED, all()).items()).isEmpty();
    assertThat(stores().referrals().payouts(PayoutState.PAID, all()).items())
        .singleElement()
        .satisfies(payout -> assertThat(payout.benefit()).contains(PointsFixtures.points(50)));
  }

  @Test
  default void an_order_is_paid_for_counted_and_found_by_its_key() {
    setUp(100, Optional.of(3));
    var order = order(1, course(Optional.of(3)), NOON.plusSeconds(1));

    assertThat(place(order, "a")).isEqualTo(Placing.PLACED);

    assertThat(points().balance(EMMA)).isEqualTo(60);
    assertThat(points().order(order.id())).contains(order);
    assertThat(points().placed(EMMA, "a")).contains(order);
    assertThat(points().placed(PETRA, "a")).isEmpty();
    assertThat(points().item(COURSE)).contains(course(Optional.of(3)).ordered(1));
    assertThat(points().entries(EMMA, all()).items())
        .containsExactly(spent(order, 40), gift("first", 100).entry());
    assertThat(points().ordersOf(EMMA, all()).items()).containsExactly(order);
    assertThat(points().ordersOf(PETRA, all()).items()).isEmpty();
    assertThat(points().openOrders(all()).items()).containsExactly(order);
    assertThat(stores().employees().find(EMMA)).contains(People.EMMA.employee());
  }

  @Test
  default void an_order_and_its_delivery_leave_a_mail_each_and_a_refused_one_leaves_none() {
    setUp(60, Optional.empty());
    var item = course(Optional.empty());
    var order = order(1, item, NOON.plusSeconds(1));
    var refused = order(2, item, NOON.plusSeconds(1));

    assertThat(place(order, "a")).isEqualTo(Placing.PLACED);
    assertThat(place(refused, "b")).isEqualTo(Placing.NOT_ENOUGH);
    assertThat(inThePost(new ProgrammeNotice.OrderPlaced(order.id()))).isTrue();
    assertThat(inThePost(new ProgrammeNotice.OrderPlaced(refused.id()))).isFalse();
    assertThat(inThePost(new ProgrammeNotice.OrderDelivered(order.id()))).isFalse();

    var _ = points().end(order.deliver(PETRA, NOON.plusSeconds(2)));
    assertThat(inThePost(new ProgrammeNotice.OrderDelivered(order.id()))).isTrue();
  }

  private boolean inThePost(ProgrammeNotice notice) {
    var now = NOON.plusSeconds(60);
    return stores()
        .post()
        .claim(notice.id(), now, now.plusSeconds(60))
        .filter(claimed -> claimed.notice().equals(notice))
        .isPresent();
  }

  @Test
  default void two_accounts_pay_together_or_not_at_all() {
    setUp(30, Optional.empty());
    var number = EmployeeId.ofHrNumber("HR-0001");
    var item = course(Optional.empty());
    var order = order(1, item, NOON.plusSeconds(1));
    assertThat(points().correct(new Correction(number, gift("second", 9).entry()))).isPresent();
    var draws = List.of(new Draw(EMMA, 30), new Draw(number, 10));
    var caller = People.EMMA.employee();

    assertThat(points().place(order, draws, "a", caller)).isEqualTo(Placing.NOT_ENOUGH);
    assertThat(points().balance(EMMA)).isEqualTo(30);
    assertThat(points().order(order.id())).isEmpty();

    assertThat(points().correct(new Correction(number, gift("third", 3).entry()))).isPresent();
    assertThat(points().place(order, draws, "a", caller)).isEqualTo(Placing.PLACED);
    assertThat(points().place(order, draws, "a", caller)).isEqualTo(Placing.STALE);
    assertThat(points().balance(EMMA)).isZero();
    assertThat(points().balance(number)).isEqualTo(2);
    assertThat(points().entries(EMMA, all()).items()).contains(spent(order, 30));
    assertThat(points().entries(number, all()).items()).contains(spent(order, 10));
    assertThat(points().ordersOf(EMMA, all()).items()).containsExactly(order);
    assertThat(points().ordersOf(number, all()).items()).isEmpty();
  }

  @Test
  default void the_same_points_are_not_spent_twice() {
    setUp(79, Optional.empty());
    var item = course(Optional.empty());

    assertThat(place(order(1, item, NOON), "a")).isEqualTo(Placing.PLACED);
    assertThat(place(order(2, item, NOON), "b")).isEqualTo(Placing.NOT_ENOUGH);
    assertThat(place(order(3, item, NOON), "a")).isEqualTo(Placing.STALE);

    assertThat(points().balance(EMMA)).isEqualTo(39);
    assertThat(points().order(new OrderId(FakeIds.referral(2).value()))).isEmpty();
    assertThat(points().placed(EMMA, "b")).isEmpty();
    assertThat(points().item(COURSE)).contains(item.ordered(1));
  }

  @Test
  default void what_an_account_holds_can_be_spent_to_the_last_point() {
    setUp(40, Optional.empty());

    assertThat(place(order(1, course(Optional.empty()), NOON), "a")).isEqualTo(Placing.PLACED);

    assertThat(points().balance(EMMA)).isZero();
  }

  @Test
  default void what_is_sold_out_or_changed_is_looked_at_again() {
    setUp(400, Optional.of(1));
    var item = course(Optional.of(1));
    assertThat(place(order(1, item, NOON), "a")).isEqualTo(Placing.PLACED);

    assertThat(place(order(2, item, NOON), "b")).isEqualTo(Placing.STALE);

    var more = item.with(PointsFixtures.content(RewardKind.TRAINING_BUDGET, 50, Optional.of(2)));
    assertThat(points().save(more, PETRA, NOON)).isTrue();
    assertThat(place(order(2, item, NOON), "b")).isEqualTo(Placing.STALE);
    assertThat(points().item(COURSE)).contains(more.ordered(1));
    assertThat(place(order(2, more, NOON), "b")).isEqualTo(Placing.PLACED);
    assertThat(points().balance(EMMA)).isEqualTo(310);
  }

  @Test
  default void an_item_is_stored_over_the_version_that_was_read() {
    var item = course(Optional.of(5));

    assertThat(points().save(item, PETRA, NOON)).isTrue();
    assertThat(points().save(item, PETRA, NOON)).isTrue();
    assertThat(points().save(item, EMMA, NOON)).isFalse();
    var unlimited = item.with(PointsFixtures.course());
    assertThat(points().save(unlimited.with(PointsFixtures.course()), PETRA, NOON)).isFalse();
    assertThat(points().save(unlimited, PETRA, NOON)).isTrue();
    assertThat(points().save(unlimited, PETRA, NOON)).isTrue();
    assertThat(points().save(unlimited, EMMA, NOON)).isFalse();

    assertThat(points().catalogue()).containsExactly(unlimited);
    assertThat(points().item(new ItemId("cake"))).isEmpty();
  }

  @Test
  default void a_cancelled_order_gives_its_points_and_its_place_back_once() {
    setUp(40, Optional.of(1));
    var order = order(1, course(Optional.of(1)), NOON);
    assertThat(place(order, "a")).isEqualTo(Placing.PLACED);
    var cancelled = order.cancel(PETRA, "Not to be had.", NOON.plusSeconds(60));

    assertThat(points().end(cancelled)).isEqualTo(cancelled);
    assertThat(points().end(cancelled)).isEqualTo(cancelled);
    assertThat(points().end(order.deliver(PETRA, NOON.plusSeconds(61)))).isEqualTo(cancelled);

    assertThat(points().balance(EMMA)).isEqualTo(40);
    assertThat(points().order(order.id())).contains(cancelled);
    assertThat(points().openOrders(all()).items()).isEmpty();
    assertThat(points().ordersOf(EMMA, all()).items()).containsExactly(cancelled);
    assertThat(points().entries(EMMA, all()).items().getFirst()).isEqualTo(cancelled.returned());
    assertThat(points().item(COURSE)).contains(course(Optional.of(1)));
  }

  @Test
  default void a_delivered_order_stays_delivered() {
    setUp(40, Optional.empty());
    var order = order(1, course(Optional.empty()), NOON);
    assertThat(place(order, "a")).isEqualTo(Placing.PLACED);
    var delivered = order.deliver(PETRA, NOON.plusSeconds(60));

    assertThat(points().end(delivered)).isEqualTo(delivered);
    assertThat(points().end(order.cancel(PETRA, "Too late.", NOON))).isEqualTo(delivered);

    assertThat(points().balance(EMMA)).isZero();
    assertThat(points().openOrders(all()).items()).isEmpty();
  }

  @Test
  default void a_correction_is_made_once_and_never_takes_what_is_not_there() {
    assertThat(points().correct(gift("a", -1))).isEmpty();
    assertThat(points().correct(gift("a", 5))).contains(gift("a", 5));
    assertThat(points().correct(gift("a", 7))).contains(gift("a", 5));
    assertThat(points().correct(gift("b", -6))).isEmpty();
    assertThat(points().correct(gift("c", -5))).contains(gift("c", -5));

    assertThat(points().balance(EMMA)).isZero();
    assertThat(points().entries(EMMA, all()).items())
        .containsExactlyInAnyOrder(gift("a", 5).entry(), gift("c", -5).entry());
  }

  @Test
  default void orders_and_entries_come_in_pages() {
    setUp(400, Optional.empty());
    var item = course(Optional.empty());
    for (var i = 1; i <= 3; i++) {
      assertThat(place(order(i, item, NOON.plusSeconds(i)), "key-" + i)).isEqualTo(Placing.PLACED);
    }

    var own = points().ordersOf(EMMA, new Page.Request(2, Optional.empty()));
    var open = points().openOrders(new Page.Request(2, Optional.empty()));
    var entries = points().entries(EMMA, new Page.Request(3, Optional.empty()));

    assertThat(own.items())
        .containsExactly(order(3, item, NOON.plusSeconds(3)), order(2, item, NOON.plusSeconds(2)));
    assertThat(points().ordersOf(EMMA, new Page.Request(2, own.next())).items())
        .containsExactly(order(1, item, NOON.plusSeconds(1)));
    assertThat(open.items())
        .containsExactly(order(1, item, NOON.plusSeconds(1)), order(2, item, NOON.plusSeconds(2)));
    assertThat(points().openOrders(new Page.Request(2, open.next())).items())
        .containsExactly(order(3, item, NOON.plusSeconds(3)));
    assertThat(points().entries(EMMA, new Page.Request(3, entries.next())).items())
        .isEqualTo(List.of(gift("first", 400).entry()));
  }
}
