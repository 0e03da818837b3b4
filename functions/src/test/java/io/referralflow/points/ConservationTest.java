package io.referralflow.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.fake.FakeIds;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.points.HandleOrder.Ending;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.reward.RewardKind;
import io.referralflow.scenario.People;
import io.referralflow.staff.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Points are neither made nor lost, whatever is given, spent, cancelled and tried again in
/// whatever order: kept beside the product in the simplest way, they come out the same.
@Tag("exhaustive")
class ConservationTest {

  private static final int HISTORIES = Integer.getInteger("points.histories", 300);
  private static final int STEPS = 120;
  private static final List<Caller> PEOPLE = List.of(People.EMMA, People.JORIS, People.RUBEN);
  private static final Page.Request ALL = new Page.Request(100, Optional.empty());
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /// One company.
  private static final class History {
    final Random random;
    final InMemoryWorld world = new InMemoryWorld();
    final Points points = world.points();
    final InstantSource clock = InstantSource.fixed(NOW);
    final PlaceOrder placeOrder = new PlaceOrder(points, world.programmes(), new FakeIds(), clock);
    final HandleOrder handleOrder = new HandleOrder(points, clock);
    final CorrectPoints correctPoints = new CorrectPoints(points, world.employees(), clock);
    final Map<Caller, Long> expected = new HashMap<>();
    final Set<OrderId> open = new HashSet<>();
    final Set<OrderId> all = new HashSet<>();
    final Set<String> usedKeys = new HashSet<>();
    int left;

    History(long seed) {
      random = new Random(seed);
      left = random.nextInt(1, 8);
      var saved =
          new SaveItem(points, clock)
              .execute(
                  People.PETRA.id(),
                  PointsFixtures.COURSE,
                  PointsFixtures.content(RewardKind.CHARITY, 7, Optional.of(left)));
      assertThat(saved).isInstanceOf(SaveItem.Saving.Saved.class);
      PEOPLE.forEach(who -> {
        world.employees().save(who.employee());
        expected.put(who, 0L);
      });
    }

    void step() {
      var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      var key = "key-" + random.nextInt(30);
      switch (random.nextInt(4)) {
        case 0 -> give(who, key);
        case 1, 2 -> order(who, key);
        default -> end();
      }
    }

    private void give(Caller who, String key) {
      var change = random.nextInt(2) == 0 ? 10 : -3;
      var fresh = usedKeys.add("correction " + key);
      var given =
          correctPoints.execute(People.PETRA.employee(), key, who.id(), change, "By the dice.");
      if (given instanceof CorrectPoints.Correcting.NotEnough) {
        assertThat(expected.get(who)).isLessThan(3);
        usedKeys.remove("correction " + key);
      } else if (fresh) {
        assertThat(given).isInstanceOf(CorrectPoints.Correcting.Corrected.class);
        add(who, change);
      }
    }

    private void order(Caller who, String key) {
      var request = new PlaceOrder.Request(who.employee(), PointsFixtures.COURSE, 7, key);
      switch (placeOrder.execute(request)) {
        case PlaceOrder.Placing.Placed(var order) -> {
          if (all.add(order.id())) {
            add(who, -7);
            open.add(order.id());
            left--;
          }
        }
        case PlaceOrder.Placing.SoldOut _ -> assertThat(left).isZero();
        case PlaceOrder.Placing.NotEnough _ -> assertThat(expected.get(who)).isLessThan(7);
        case PlaceOrder.Placing.KeyReused _,
            PlaceOrder.Placing.NotOffered _,
            PlaceOrder.Placing.OtherPrice _ ->
            throw new AssertionError("Nothing changed");
      }
    }

    private void end() {
      if (all.isEmpty()) {
        return;
      }
      var id = new ArrayList<>(all).get(random.nextInt(all.size()));
      var cancels = random.nextBoolean();
      var ended =
          handleOrder.execute(
              People.PETRA.employee(),
              id,
              cancels ? new Ending.Cancellation("By the dice.") : new Ending.Delivery());
      if (open.remove(id)) {
        assertThat(ended).isInstanceOf(HandleOrder.Handling.Handled.class);
        if (cancels) {
          var by = points.order(id).orElseThrow().placed().by();
          PEOPLE.stream().filter(who -> who.id().equals(by)).forEach(who -> add(who, 7));
          left++;
        }
      }
    }

    private void add(Caller who, long change) {
      var _ = expected.merge(who, change, Long::sum);
    }

    void compare() {
      expected.forEach((who, balance) -> {
        assertThat(balance).isNotNegative();
        assertThat(points.balance(who.id())).isEqualTo(balance);
        assertThat(
                points.entries(who.id(), ALL).items().stream().mapToLong(PointsEntry::change).sum())
            .isEqualTo(balance);
      });
      var item = points.item(PointsFixtures.COURSE).orElseThrow();
      assertThat(item.available()).contains(left);
      assertThat(points.openOrders(ALL).items()).extracting(Order::id).hasSameElementsAs(open);
    }
  }

  @Test
  void of_points_under_random_gifts_orders_cancellations_and_retries() {
    for (var seed = 1; seed <= HISTORIES; seed++) {
      var history = new History(seed);
      for (var i = 0; i < STEPS; i++) {
        history.step();
        history.compare();
      }
    }
  }
}
