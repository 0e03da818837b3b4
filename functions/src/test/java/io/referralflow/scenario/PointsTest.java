package io.referralflow.scenario;

import static io.referralflow.points.PointsFixtures.COURSE;
import static io.referralflow.scenario.HrMessage.hired;
import static io.referralflow.scenario.HrMessage.left;
import static io.referralflow.scenario.People.EMMA;
import static io.referralflow.scenario.People.JORIS;
import static io.referralflow.scenario.People.PETRA;
import static io.referralflow.scenario.People.RUBEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.audit.OperateBrake;
import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.CatalogueItem.Content;
import io.referralflow.points.CorrectPoints.Correcting;
import io.referralflow.points.HandleOrder.Ending;
import io.referralflow.points.HandleOrder.Handling;
import io.referralflow.points.ItemId;
import io.referralflow.points.ListOpenOrders;
import io.referralflow.points.Order;
import io.referralflow.points.OrderId;
import io.referralflow.points.PlaceOrder.Placing;
import io.referralflow.points.PlaceOrder.Request;
import io.referralflow.points.PointsEntry;
import io.referralflow.points.PointsFixtures;
import io.referralflow.points.SaveItem.Saving;
import io.referralflow.port.Page;
import io.referralflow.port.Points;
import io.referralflow.port.Referrals.PayoutState;
import io.referralflow.programme.Settings;
import io.referralflow.programme.Vacancy;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ReferralId;
import io.referralflow.reward.InstalmentTerm;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.RewardKind;
import io.referralflow.reward.RewardPlan;
import io.referralflow.scenario.Postbox.Received;
import io.referralflow.staff.Caller;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A vacancy that earns EUR 1,000 and fifty points on the first working day, and twenty points
/// after the probation; a course costs forty.
class PointsTest extends Story {

  private static final VacancyId ARCHITECT = new VacancyId("architect");
  private static final Page.Request ALL = new Page.Request(10, Optional.empty());

  private ReferralId samIsHiredAsArchitect() {
    var plan =
        new RewardPlan(
            Programme.euros("1000.00"),
            List.of(
                InstalmentTerm.share(Milestone.FIRST_WORKING_DAY, 100),
                InstalmentTerm.inKind(Milestone.FIRST_WORKING_DAY, PointsFixtures.points(50)),
                InstalmentTerm.inKind(Milestone.END_OF_PROBATION, PointsFixtures.points(20))));
    var vacancy =
        new Vacancy(ARCHITECT, "Architect", "lead", "Draws.", true, true, Optional.of(plan));
    var _ = world.ports().programmes().save(vacancy, PETRA.id(), world.now());
    var sam = world.refers(EMMA, SAM, ARCHITECT);
    world.accepts(sam);
    world.advances(RUBEN, sam);
    world.hears(hired(SAMS_HR_NUMBER, "2026-05-01").of(SAM));
    return sam;
  }

  private ReferralId emmaHasFifty() {
    var sam = samIsHiredAsArchitect();
    world.goTo("2026-05-02T09:00");
    return sam;
  }

  private void offers(Content content) {
    assertThat(world.product().saveItem.execute(PETRA.id(), COURSE, content))
        .isInstanceOf(Saving.Saved.class);
  }

  private Placing orders(Caller who, int price, String key) {
    return world.product().placeOrder.execute(new Request(who.employee(), COURSE, price, key));
  }

  private Order.Placed ordered(Caller who, String key) {
    return ((Placing.Placed) orders(who, 40, key)).order();
  }

  private long balance(Caller who) {
    return world.product().readAccount.execute(who.employee(), ALL).balance();
  }

  private List<PointsEntry> entries(Caller who) {
    return world.product().readAccount.execute(who.employee(), ALL).entries().items();
  }

  private Handling delivers(Caller who, OrderId id) {
    return world.product().handleOrder.execute(who.employee(), id, new Ending.Delivery());
  }

  private Handling cancels(Caller who, OrderId id, String reason) {
    return world.product().handleOrder.execute(who.employee(), id, new Ending.Cancellation(reason));
  }

  private Correcting corrects(Caller who, String key, Caller whose, int change, String reason) {
    return world.product().correctPoints.execute(who.employee(), key, whose.id(), change, reason);
  }

  @Test
  void are_in_the_account_when_they_are_released_and_nobody_hands_them_out() {
    var sam = samIsHiredAsArchitect();
    assertThat(balance(EMMA)).isZero();
    world.goTo("2026-07-02T09:00");

    assertThat(balance(EMMA)).isEqualTo(70);
    assertThat(entries(EMMA))
        .containsExactly(
            new PointsEntry.Earned(sam, 3, World.moment("2026-07-01T00:00"), 20),
            new PointsEntry.Earned(sam, 2, World.moment("2026-05-01T00:00"), 50));
    assertThat(Told.ledger(world, sam))
        .contains(
            "2026-05-01T00:00 released 2 0.00 due 2026-05-01 promised 2026-05-29",
            "2026-05-01T00:00 paid 2 0.00 on 2026-05-01 by points-account");
    assertThat(world.ports().referrals().payouts(PayoutState.RELEASED, ALL).items())
        .singleElement()
        .satisfies(payout -> assertThat(payout.instalment()).isEqualTo(1));
    assertThat(mails("finance@example.com"))
        .extracting(mail -> mail.letter().subject())
        .noneMatch(subject -> subject.contains("RF-1-2") || subject.contains("RF-1-3"));
    var told = mails("emma@example.com").getLast().letter();
    assertThat(told.subject()).startsWith("Bijgeschreven: 20 punten");
    assertThat(told.text()).contains("staat op je puntenrekening").doesNotContain("€ 0,00");
  }

  private List<Postbox.Received> mails(String to) {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().equals(new Email(to)))
        .toList();
  }

  @Test
  void of_an_instalment_that_an_early_leave_cancels_are_not_earned_and_earned_ones_stay() {
    var _ = emmaHasFifty();
    world.hears(left(SAMS_HR_NUMBER, "2026-05-31"));
    world.goTo("2026-07-02T09:00");

    assertThat(balance(EMMA)).isEqualTo(50);
  }

  @Test
  void are_not_earned_while_payouts_are_frozen() {
    var _ = samIsHiredAsArchitect();
    var _ =
        world
            .product()
            .operateBrake
            .execute(
                new OperateBrake.Order(
                    PETRA.employee(), true, "Something is wrong.", Optional.empty()));
    world.goTo("2026-05-02T09:00");

    assertThat(balance(EMMA)).isZero();
  }

  @Test
  void go_back_with_the_table_and_are_earned_again_once() {
    world.hourly();
    var _ = samIsHiredAsArchitect();
    var moment = world.store().moment();
    world.goTo("2026-05-02T09:00");
    assertThat(balance(EMMA)).isEqualTo(50);

    world.restore(moment);
    assertThat(balance(EMMA)).isZero();
    world.thaw();
    world.goTo("2026-05-04T09:00");

    assertThat(balance(EMMA)).isEqualTo(50);
  }

  @Test
  void stay_when_the_candidates_data_is_gone() {
    var sam = emmaHasFifty();
    world.withdraws(sam);
    world.goTo("2026-05-10T09:00");

    assertThat(world.store().knowsCandidate(sam)).isFalse();
    assertThat(balance(EMMA)).isEqualTo(50);
    assertThat(entries(EMMA)).hasSize(1);
  }

  @Test
  void are_exchanged_once_for_each_key() {
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());

    var order = ordered(EMMA, "a");

    assertThat(orders(EMMA, 40, "a")).isEqualTo(new Placing.Placed(order));
    assertThat(orders(EMMA, 41, "a")).isEqualTo(new Placing.KeyReused());
    assertThat(
            world
                .product()
                .placeOrder
                .execute(new Request(EMMA.employee(), new ItemId("cake"), 40, "a")))
        .isEqualTo(new Placing.KeyReused());
    assertThat(orders(EMMA, 40, "b")).isEqualTo(new Placing.NotEnough());
    assertThat(orders(JORIS, 40, "a")).isEqualTo(new Placing.NotEnough());
    assertThat(balance(EMMA)).isEqualTo(10);
    assertThat(order.ordered())
        .isEqualTo(
            new Order.Ordered(
                COURSE,
                1,
                PointsFixtures.course().title(),
                40,
                RewardKind.TRAINING_BUDGET,
                Optional.empty()));
    assertThat(world.product().listOpenOrders.execute(ALL).items())
        .containsExactly(new ListOpenOrders.Line(order, Optional.of("Emma Jansen")));
  }

  @Test
  void an_order_names_how_payroll_treats_its_kind() {
    var _ = emmaHasFifty();
    world.ports().programmes().save(Programme.labelled(), PETRA.id(), world.now());
    offers(PointsFixtures.content(RewardKind.DAYS_OFF, 40, Optional.of(1)));

    assertThat(ordered(EMMA, "a").ordered().taxLabel()).contains("Onbelast verlof");
  }

  @Test
  void every_kind_of_the_catalogue_can_be_ordered() {
    var _ = emmaHasFifty();
    for (var kind : RewardKind.values()) {
      if (kind != RewardKind.MONEY && kind != RewardKind.POINTS) {
        offers(PointsFixtures.content(kind, 1, Optional.empty()));
        assertThat(orders(EMMA, 1, kind.name())).isInstanceOf(Placing.Placed.class);
      }
    }
    assertThat(balance(EMMA)).isEqualTo(44);
  }

  @Test
  void an_item_that_is_not_offered_dearer_or_sold_out_is_not_ordered() {
    var _ = emmaHasFifty();
    assertThat(orders(EMMA, 40, "a")).isEqualTo(new Placing.NotOffered());
    offers(PointsFixtures.retired(PointsFixtures.course()));
    assertThat(orders(EMMA, 40, "a")).isEqualTo(new Placing.NotOffered());
    offers(PointsFixtures.course());
    assertThat(orders(EMMA, 39, "a")).isEqualTo(new Placing.OtherPrice(40));
    offers(PointsFixtures.content(RewardKind.CONFERENCE, 10, Optional.of(1)));
    assertThat(orders(EMMA, 10, "a")).isInstanceOf(Placing.Placed.class);

    assertThat(orders(EMMA, 10, "b")).isEqualTo(new Placing.SoldOut());
    assertThat(balance(EMMA)).isEqualTo(40);
  }

  @Test
  void an_order_keeps_the_price_of_its_day() {
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());
    var order = ordered(EMMA, "a");
    offers(PointsFixtures.content(RewardKind.TRAINING_BUDGET, 99, Optional.empty()));

    assertThat(cancels(PETRA, order.id(), "Not to be had.")).isInstanceOf(Handling.Handled.class);

    assertThat(balance(EMMA)).isEqualTo(50);
  }

  @Test
  void an_order_is_delivered_by_somebody_else_once() {
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());
    var order = ordered(EMMA, "a");
    world.goTo("2026-05-04T09:00");
    var delivered = order.deliver(PETRA.id(), world.now());

    assertThat(delivers(EMMA, order.id())).isEqualTo(new Handling.OwnOrder());
    assertThat(delivers(PETRA, order.id())).isEqualTo(new Handling.Handled(delivered));
    world.goTo("2026-05-05T09:00");
    assertThat(delivers(PETRA, order.id())).isEqualTo(new Handling.Handled(delivered));
    assertThat(cancels(PETRA, order.id(), "Too late.")).isEqualTo(new Handling.EndedOtherwise());
    assertThat(delivers(PETRA, new OrderId(SAMS.repeat(13)))).isEqualTo(new Handling.NotFound());
    assertThat(balance(EMMA)).isEqualTo(10);
    assertThat(world.ports().points().ordersOf(EMMA.id(), ALL).items()).containsExactly(delivered);
  }

  private static final String SAMS = "s1";

  @Test
  void a_cancelled_order_gives_its_points_back_once() {
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());
    var order = ordered(EMMA, "a");
    world.goTo("2026-05-04T09:00");
    var cancelled = order.cancel(PETRA.id(), "Not to be had.", world.now());

    assertThat(cancels(EMMA, order.id(), "Changed my mind.")).isEqualTo(new Handling.OwnOrder());
    assertThat(cancels(PETRA, order.id(), "Not to be had."))
        .isEqualTo(new Handling.Handled(cancelled));
    assertThat(cancels(PETRA, order.id(), "Not to be had."))
        .isEqualTo(new Handling.Handled(cancelled));
    assertThat(cancels(PETRA, order.id(), "Other.")).isEqualTo(new Handling.EndedOtherwise());
    assertThat(delivers(PETRA, order.id())).isEqualTo(new Handling.EndedOtherwise());
    assertThat(balance(EMMA)).isEqualTo(50);
    assertThat(entries(EMMA))
        .startsWith(cancelled.returned(), new PointsEntry.Spent(order.id(), order.at(), 40));
    assertThat(orders(EMMA, 40, "a")).isEqualTo(new Placing.Placed(order));
    assertThat(balance(EMMA)).isEqualTo(50);
  }

  @Test
  void who_handles_an_order_is_asked_to_and_whoever_ordered_hears_of_the_delivery() {
    world
        .ports()
        .programmes()
        .save(handledBy(new Email("learning@example.com")), PETRA.id(), world.now());
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());
    var order = ordered(EMMA, "a");
    assertThat(ordered(EMMA, "a")).isEqualTo(order);
    world.settle();

    var asked = letters("learning@example.com");
    assertThat(asked)
        .extracting(Letter::subject)
        .containsExactly("Besteld met punten: Cursus naar keuze");
    assertThat(asked.getFirst().text()).contains("Emma Jansen");

    assertThat(delivers(PETRA, order.id())).isInstanceOf(Handling.Handled.class);
    assertThat(delivers(PETRA, order.id())).isInstanceOf(Handling.Handled.class);
    world.settle();
    assertThat(letters(EMMA.employee().email().value()))
        .extracting(Letter::subject)
        .containsOnlyOnce("Geleverd: Cursus naar keuze");
    assertThat(letters("learning@example.com")).hasSize(1);
  }

  @Test
  void an_order_that_was_ended_before_its_mail_went_is_asked_of_nobody() {
    var _ = emmaHasFifty();
    offers(PointsFixtures.course());
    world.streamStops();
    var order = ordered(EMMA, "a");
    assertThat(cancels(PETRA, order.id(), "Full.")).isInstanceOf(Handling.Handled.class);
    world.streamFlows();

    assertThat(letters("finance@example.com"))
        .extracting(Letter::subject)
        .noneMatch(subject -> subject.startsWith("Besteld"));
  }

  private List<Letter> letters(String address) {
    return world.postbox().received().stream()
        .filter(mail -> mail.to().equals(new Email(address)))
        .map(Received::letter)
        .toList();
  }

  private static Settings handledBy(Email who) {
    return Programme.settings()
        .with(
            Map.of(
                PointsFixtures.course().kind(),
                new io.referralflow.programme.Handling(Optional.of(who), Optional.empty())));
  }

  /// Petra gave Emma points under both: thirty under her sign-in's, and what a referral earned that
  /// was entered for her under her HR number.
  @Test
  void what_was_earned_under_the_hr_number_is_in_the_account_that_the_sign_in_opens() {
    var number = EmployeeId.ofHrNumber("HR-0001");
    offers(PointsFixtures.course());
    gives(number, "a", 25);
    gives(EMMA.id(), "b", 30);

    assertThat(balance(EMMA)).isEqualTo(55);
    assertThat(entries(EMMA)).extracting(PointsEntry::change).containsExactly(30L, 25L);
    var first = page(1, Optional.empty());
    var second = page(1, first.next());
    assertThat(first.items()).extracting(PointsEntry::change).containsExactly(30L);
    assertThat(second.items()).extracting(PointsEntry::change).containsExactly(25L);
    assertThat(second.next()).isEmpty();

    var order = ordered(EMMA, "c");
    assertThat(balance(EMMA)).isEqualTo(15);
    assertThat(orders(EMMA, 40, "d")).isEqualTo(new Placing.NotEnough());
    assertThat(cancels(PETRA, order.id(), "Full.")).isInstanceOf(Handling.Handled.class);
    assertThat(balance(EMMA)).isEqualTo(55);
    assertThat(ordered(EMMA, "e")).isNotEqualTo(order);
  }

  private Page<PointsEntry> page(int limit, Optional<String> cursor) {
    return world
        .product()
        .readAccount
        .execute(EMMA.employee(), new Page.Request(limit, cursor))
        .entries();
  }

  private void gives(EmployeeId account, String key, int points) {
    var entry = new PointsEntry.Corrected(PETRA.id(), key, world.now(), points, "A gift.");
    assertThat(world.ports().points().correct(new Points.Correction(account, entry))).isPresent();
    world.pass(Duration.ofMinutes(1));
  }

  @Test
  void a_correction_is_made_once_by_somebody_else() {
    var _ = emmaHasFifty();

    assertThat(corrects(PETRA, "a", PETRA, 5, "Mine.")).isEqualTo(new Correcting.OwnAccount());
    assertThat(corrects(PETRA, "a", RUBEN, 5, "His.")).isEqualTo(new Correcting.Unknown());
    assertThat(corrects(PETRA, "a", EMMA, -51, "All.")).isEqualTo(new Correcting.NotEnough());
    assertThat(corrects(PETRA, "a", EMMA, -50, "All.")).isInstanceOf(Correcting.Corrected.class);
    assertThat(corrects(PETRA, "a", EMMA, -50, "All.")).isInstanceOf(Correcting.Corrected.class);
    assertThat(corrects(PETRA, "a", EMMA, 50, "All.")).isEqualTo(new Correcting.KeyReused());
    assertThat(corrects(PETRA, "a", EMMA, -50, "Why?")).isEqualTo(new Correcting.KeyReused());
    var _ = world.refers(JORIS, "kim@example.org", ARCHITECT);
    assertThat(corrects(PETRA, "a", JORIS, -50, "All.")).isEqualTo(new Correcting.KeyReused());
    assertThat(balance(EMMA)).isZero();
  }

  @Test
  void an_item_that_is_saved_again_as_it_was_is_not_changed() {
    offers(PointsFixtures.course());
    var again = world.product().saveItem.execute(PETRA.id(), COURSE, PointsFixtures.course());

    assertThat(again)
        .isEqualTo(new Saving.Saved(CatalogueItem.made(COURSE, PointsFixtures.course()), false));
  }

  @Test
  void a_catalogue_has_an_end() {
    for (var i = 0; i < CatalogueItem.MOST; i++) {
      assertThat(
              world
                  .product()
                  .saveItem
                  .execute(PETRA.id(), new ItemId("item-" + i), PointsFixtures.course()))
          .isInstanceOf(Saving.Saved.class);
    }

    assertThat(world.product().saveItem.execute(PETRA.id(), COURSE, PointsFixtures.course()))
        .isEqualTo(new Saving.TooMany());
    assertThat(
            world
                .product()
                .saveItem
                .execute(
                    PETRA.id(),
                    new ItemId("item-0"),
                    PointsFixtures.retired(PointsFixtures.course())))
        .isInstanceOf(Saving.Saved.class);
  }
}
