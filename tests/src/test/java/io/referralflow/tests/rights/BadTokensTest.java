package io.referralflow.tests.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.function.ApiDoor;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.People;
import io.referralflow.staff.Role;
import io.referralflow.tests.contract.Calls;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a token must be beyond what API Gateway's authorizer looks at: an ID token, made for this
/// site, of somebody with a name and an address. Everybody here has every role, so that nothing but
/// the token can be the reason. Signature, time and issuer are the authorizer's; see `BadTokensIT`.
class BadTokensTest {

  /// What is done to the claims of a good token.
  private static final Map<String, UnaryOperator<ObjectNode>> BAD = bad();

  private static Map<String, UnaryOperator<ObjectNode>> bad() {
    var kinds = new LinkedHashMap<String, UnaryOperator<ObjectNode>>();
    kinds.put("an access token", claims -> claims.put("token_use", "access"));
    kinds.put("a refresh token", claims -> claims.put("token_use", "refresh"));
    kinds.put("a token of no use", claims -> claims.without("token_use"));
    kinds.put("a use in other letters", claims -> claims.put("token_use", "ID"));
    kinds.put("another client's", claims -> claims.put("aud", "another-client"));
    kinds.put("nobody's", claims -> claims.without("aud"));
    kinds.put("an audience with a blank", claims -> claims.put("aud", ApiDoor.CLIENT + " "));
    kinds.put("an access token's client", claims -> clientId(claims));
    kinds.put("without a subject", claims -> claims.without("sub"));
    kinds.put("with a blank subject", claims -> claims.put("sub", " "));
    kinds.put("without an address", claims -> claims.without("email"));
    kinds.put("with an address that is none", claims -> claims.put("email", "emma"));
    kinds.put("without any claim", ObjectNode::removeAll);
    return kinds;
  }

  private static ObjectNode clientId(ObjectNode claims) {
    return claims.without("aud").put("client_id", ApiDoor.CLIENT);
  }

  private final Situation situation = Situation.of(StateName.SCREENING);
  private final String rows = situation.world().store().everything();

  @Test
  void on_every_call_every_bad_token_is_no_token() {
    var asked = 0;
    for (var call : Calls.signedIn()) {
      for (var bad : BAD.entrySet()) {
        var claims = bad.getValue().apply(everyRole());
        var reply = situation.ask(call, "nobody").claiming(claims).at(situation.door());

        assertThat(reply.status()).as("%s with %s", call, bad.getKey()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("unauthorized");
        assertThat(reply.headers()).containsEntry("Content-Type", "application/problem+json");
        asked++;
      }
      var nobody = situation.ask(call, "nobody").at(situation.door());
      assertThat(nobody.status()).as(call).isEqualTo(401);
      asked++;
    }

    System.out.printf(
        "Bad tokens: %d kinds on %d calls, %d refused%n",
        BAD.size() + 1, Calls.signedIn().size(), asked);
    assertThat(situation.world().store().everything()).isEqualTo(rows);
    assertThat(BAD).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void a_group_that_is_no_role_gives_nothing() {
    for (var groups :
        new String[] {
          "admin",
          "Recruiter",
          "RECRUITER",
          "recruiters",
          "finance-old",
          "programme_manager",
          "recruiter;finance",
          "[]",
          ",",
          "eu-west-1_pool_Google"
        }) {
      var claims = Ask.claims(Cast.KARIN).put("cognito:groups", groups);
      for (var call : new String[] {"GET /worklist", "GET /payouts", "GET /settings"}) {
        var reply = situation.ask(call, "nobody").claiming(claims).at(situation.door());

        assertThat(reply.status()).as("%s as %s", call, groups).isEqualTo(403);
      }
    }
  }

  @Test
  void the_claims_are_read_as_the_gateway_writes_them() {
    for (var groups :
        new String[] {"recruiter,finance", "[recruiter finance]", "finance recruiter"}) {
      var claims = Ask.claims(Cast.KARIN).put("cognito:groups", groups);

      assertThat(
              situation
                  .ask("GET /worklist", "nobody")
                  .claiming(claims)
                  .at(situation.door())
                  .status())
          .as(groups)
          .isEqualTo(200);
    }
  }

  @Test
  void a_token_in_a_header_is_not_read_where_the_gateway_has_not_checked_one() {
    var ask = situation.ask("GET /settings", "nobody");

    for (var header : new String[] {"Bearer x.y.z", "Basic cGV0cmE6cGV0cmE=", "", "Bearer "}) {
      assertThat(ask.header("Authorization", header).at(situation.door()).status()).isEqualTo(401);
    }
  }

  private static ObjectNode everyRole() {
    return Ask.claims(People.as(Cast.KARIN, Role.RECRUITER, Role.FINANCE, Role.PROGRAMME_MANAGER));
  }

  /// What the class above relies on: with a good token all these calls are let in.
  @Test
  void the_same_calls_with_a_good_token_are_let_in() {
    for (var call : Calls.signedIn()) {
      var fresh = Situation.of(StateName.SCREENING);
      var reply = fresh.ask(call, "nobody").claiming(everyRole()).at(fresh.door());

      assertThat(Optional.of(reply.status()))
          .as(call)
          .hasValueSatisfying(status -> assertThat(status).isNotIn(401, 500));
    }
  }
}
