package io.referralflow.aws.table;

import static io.referralflow.fake.ChangeFixture.NOON;
import static io.referralflow.fake.ChangeFixture.notice;
import static io.referralflow.fake.ChangeFixture.particulars;
import static io.referralflow.fake.ChangeFixture.step;
import static io.referralflow.fake.ChangeFixture.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.aws.Key;
import io.referralflow.aws.item.Chain;
import io.referralflow.candidate.PersonKey;
import io.referralflow.fake.FakeIds;
import io.referralflow.hire.HrEvent;
import io.referralflow.letter.LetterKind;
import io.referralflow.port.Committed;
import io.referralflow.port.Outbox.Claimed;
import io.referralflow.port.Page;
import io.referralflow.port.Snapshot;
import io.referralflow.referral.FactFixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// What a step is worth when the network swallows it or its answer.
class LostAndFoundIT {

  private final Interference interference = new Interference();
  private final LocalTable table = LocalTable.fresh(interference);

  private Snapshot submitted() {
    return submission(particulars(1))
        .with(notice(1, LetterKind.RECEIVED, NOON))
        .at(NOON)
        .in(table.referrals());
  }

  @Test
  void a_step_whose_answer_is_lost_is_known_to_be_done() {
    var change = step(submitted(), FactFixtures.accepted()).make();
    interference.loseAnswerOf(TransactWriteItemsRequest.class);

    var committed = table.referrals().commit(change);

    assertThat(committed)
        .isEqualTo(new Committed.Done(table.referrals().find(FakeIds.referral(1)).orElseThrow()));
    assertThat(table.referrals().read(FakeIds.referral(1)).orElseThrow().facts()).hasSize(2);
  }

  @Test
  void a_submission_whose_answer_is_lost_is_known_to_be_done() {
    interference.loseAnswerOf(TransactWriteItemsRequest.class);

    assertThat(table.referrals().commit(submission(particulars(1)).make()))
        .isInstanceOf(Committed.Done.class);
  }

  @Test
  void a_step_that_never_arrived_is_an_outage_and_can_be_tried_again() {
    var before = submitted();
    var change = step(before, FactFixtures.accepted()).make();
    interference.loseRequest(TransactWriteItemsRequest.class);

    assertThatThrownBy(() -> table.referrals().commit(change))
        .isInstanceOf(SdkClientException.class);

    assertThat(table.referrals().find(FakeIds.referral(1))).contains(before);
    assertThat(table.referrals().commit(change)).isInstanceOf(Committed.Done.class);
  }

  @Test
  void a_lost_answer_is_done_although_another_step_followed_before_the_look() {
    var before = submitted();
    var change = step(before, FactFixtures.accepted()).make();
    interference.loseAnswerOf(TransactWriteItemsRequest.class);
    interference.before(
        GetItemRequest.class,
        () -> {
          var after = table.referrals().find(FakeIds.referral(1)).orElseThrow();
          var _ = step(after, FactFixtures.advanced()).in(table.referrals());
        });

    var committed = table.referrals().commit(change);

    assertThat(committed).isInstanceOf(Committed.Done.class);
    assertThat(table.referrals().read(FakeIds.referral(1)).orElseThrow().facts()).hasSize(3);
  }

  @Test
  void a_step_that_came_second_is_stale() {
    var before = submitted();
    var change = step(before, FactFixtures.accepted()).make();
    interference.before(
        TransactWriteItemsRequest.class,
        () -> {
          var _ = step(before, FactFixtures.declined()).by("other").in(table.referrals());
        });

    assertThat(table.referrals().commit(change)).isEqualTo(new Committed.Stale());
  }

  @Test
  void a_claim_that_is_sent_twice_by_the_network_is_one_claim() {
    var _ = submitted();
    var outbox =
        new DynamoOutbox(
            new Table(table.client(), table.name(), table.keptName(), (_, _) -> {}),
            () -> "same-mark");

    var first = outbox.claim(FakeIds.referral(1), 1, NOON, NOON.plusSeconds(300));
    var again = outbox.claim(FakeIds.referral(1), 1, NOON, NOON.plusSeconds(300));

    assertThat(again).isEqualTo(first).isPresent();
    assertThat(table.outbox().claim(FakeIds.referral(1), 1, NOON, NOON.plusSeconds(300))).isEmpty();
  }

  @Test
  void a_history_read_while_a_step_is_written_is_whole() {
    var before = submitted();
    interference.before(
        QueryRequest.class,
        () -> {
          var _ = step(before, FactFixtures.accepted()).in(table.referrals());
        });

    var history = table.referrals().read(FakeIds.referral(1)).orElseThrow();

    assertThat(history.facts()).hasSize((int) history.snapshot().lastFact());
  }

  @Test
  void the_chain_in_the_table_is_whole() {
    var first = submitted();
    var second =
        step(first, FactFixtures.accepted(), FactFixtures.advanced()).in(table.referrals());
    var third = step(second, FactFixtures.hired()).in(table.referrals());

    var facts =
        table.table().query(Key.history(FakeIds.referral(1))).stream()
            .filter(row -> row.key().isFact())
            .toList();

    assertThat(facts).hasSize(4);
    assertThat(Chain.isWhole(facts, third.lastFact(), third.lastHash())).isTrue();
  }

  /// The SDK sends the deletion once more and hears that the row is not there.
  @Test
  void a_report_whose_deletion_was_acknowledged_late_takes_the_persons_key_with_it() {
    var person = new PersonKey("1.sam");
    var report = FactFixtures.hired().report();
    var event =
        new HrEvent("hr.example", "event-1", "1.hash", report, Optional.empty(), Optional.empty());
    var _ = table.hrReports().receive(event, Optional.of(person), NOON);
    interference.loseAnswerForTheSdk(DeleteItemRequest.class);

    assertThat(table.hrReports().forgetUnmatched(NOON.plusSeconds(1), 10)).isEqualTo(1);

    assertThat(table.persons().find(person).hires()).isEmpty();
  }

  @Test
  void each_question_costs_one_request_and_own_referrals_two() {
    var snapshot = submitted();
    interference.forgetRequests();

    var _ = table.referrals().find(FakeIds.referral(1));
    var _ = table.referrals().read(FakeIds.referral(1));
    var _ = table.referrals().findAll(List.of(FakeIds.referral(1)));
    var _ =
        table.referrals().ownedBy(FactFixtures.REFERRER, new Page.Request(20, Optional.empty()));
    var _ = step(snapshot, FactFixtures.accepted()).in(table.referrals());
    var _ = table.outbox().claim(FakeIds.referral(1), 1, NOON, NOON.plusSeconds(300));

    assertThat(interference.requests())
        .extracting(Object::getClass)
        .containsExactly(
            GetItemRequest.class,
            QueryRequest.class,
            BatchGetItemRequest.class,
            QueryRequest.class,
            BatchGetItemRequest.class,
            TransactWriteItemsRequest.class,
            UpdateItemRequest.class);
  }

  @Test
  void the_template_defines_what_the_ports_need() {
    var definition = TableDefinition.fromTemplate();

    assertThat(definition.attributes())
        .extracting(each -> each.attributeName() + " " + each.attributeTypeAsString())
        .containsExactlyInAnyOrder(
            "pk S", "sk S", "ownerKey S", "ownerOrder S", "listKey S", "listOrder S");
    assertThat(definition.indexes())
        .extracting(index -> index.indexName() + " " + index.projection().projectionTypeAsString())
        .containsExactlyInAnyOrder("owner-index KEYS_ONLY", "list-index ALL");
    assertThat(definition.expiryAttribute()).isEqualTo("expiresAt");
  }

  @Test
  void a_claim_is_marked_by_its_writer() {
    var _ = submitted();

    assertThat(table.outbox().claim(FakeIds.referral(1), 1, NOON, NOON.plusSeconds(300)))
        .map(Claimed::attempt)
        .contains(1);
  }
}
