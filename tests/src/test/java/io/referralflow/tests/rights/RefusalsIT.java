package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.table.LocalTable;
import io.referralflow.function.ApiDoor;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import io.referralflow.tests.contract.Calls;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The same bad requests to the real table: what it cannot store or look up must have been refused
/// before, or it answers with a fault.
class RefusalsIT {

  private static final int ENOUGH = 1_500;
  private static final long SEED = 17;

  private LocalTable table = LocalTable.fresh();

  @Test
  void nothing_refused_leaves_a_trace_in_the_table() {
    var refusals = Refusals.of(SEED, ENOUGH, this::company, _ -> rows());

    System.out.printf(
        "Refusals on DynamoDB Local: seed %d, %d requests asked, %d refused, statuses %s, %d wrong%n",
        SEED, refusals.asked(), refusals.refused(), refusals.statuses(), refusals.wrong().size());
    assertThat(refusals.wrong().stream().limit(10)).isEmpty();
  }

  private Situation company(StateName state) {
    table = LocalTable.fresh();
    var world = World.on("2026-03-02T09:15", memory -> memory.on(table));
    var door = new ApiDoor(world.ports());
    for (var call : new String[] {"PUT /settings", "PUT /terms", "PUT /vacancies/{id}"}) {
      var reply =
          Ask.of(call)
              .with("id", "java-engineer")
              .by(Cast.PETRA)
              .json(Calls.example(call).orElseThrow())
              .at(door);
      assertThat(reply.status()).as(call).isBetween(200, 201);
    }
    return new Situation(state, world, door, referral(door, Cast.EMMA), referral(door, Cast.JORIS));
  }

  private static ReferralId referral(ApiDoor door, Caller who) {
    var body =
        """
        {"vacancyId": "java-engineer", "candidate": {"name": "%s", "email": "%s"}}
        """
            .formatted(Situation.SECRETS.getFirst(), Situation.SAM);
    var reply = Ask.of("POST /referrals").by(who).json(body).at(door);
    return new ReferralId(reply.json().get("id").asString());
  }

  /// All rows but the counter of receipts.
  private String rows() {
    return table.everyRow().stream()
        .map(row -> row.toString())
        .filter(row -> !row.contains("S=COUNTER"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
