package io.referralflow.aws.table;

import io.referralflow.fake.EachPort;
import io.referralflow.fake.Stores;
import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Referrals;
import io.referralflow.port.Snapshot;
import io.referralflow.scenario.FaultyReferrals;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Referrals in a table that goes along with memory: a change that was decided on what memory holds
/// continues the table's own chain, since their hashes differ and nothing else.
public record OwnChain(Referrals sound, Referrals calm) implements FaultyReferrals {

  private static final DynamoDbClient CALM = DynamoDbLocal.client();

  /// The stores of a table, of which the referrals continue their own chain. The hash is looked up
  /// by a client of its own, so that nothing counts it and no fault strikes it.
  public static Stores in(LocalTable table) {
    var calm = new Storage(CALM, table.name(), table.keptName()).referrals();
    var own = new OwnChain(table.referrals(), calm);
    return EachPort.instead(port -> port.getName().equals("referrals") ? own : port.invoke(table));
  }

  @Override
  public Committed commit(Change change) {
    return sound.commit(
        new Change(
            change.before().map(this::own),
            change.after(),
            change.operation(),
            change.at(),
            change.facts(),
            change.ledger(),
            change.notices(),
            change.newLeg(),
            change.wakes(),
            change.timer(),
            change.eraseBy(),
            change.companions()));
  }

  private Snapshot own(Snapshot before) {
    return calm.find(before.referral().id())
        .filter(standing -> standing.version() == before.version())
        .map(standing ->
            new Snapshot(
                before.referral(),
                before.version(),
                before.leg(),
                before.legSince(),
                before.lastFact(),
                standing.lastHash(),
                before.lastNotice(),
                before.lastOperation()))
        .orElse(before);
  }
}
