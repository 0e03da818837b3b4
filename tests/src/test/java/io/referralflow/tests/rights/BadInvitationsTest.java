package io.referralflow.tests.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.aws.SecretSeals;
import io.referralflow.candidate.Email;
import io.referralflow.function.ApiDoor;
import io.referralflow.port.Seals;
import io.referralflow.referral.ReferralId;
import io.referralflow.scenario.Ports;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/// Invitation tokens that are not ours, with the real seals: whatever is wrong with one, there is
/// no such invitation, and nothing happens.
class BadInvitationsTest {

  private static final String[] CALLS = {
    "GET /invitation",
    "POST /invitation accept",
    "POST /invitation decline",
    "POST /invitation withdraw",
    "POST /invitation object",
    "PUT /invitation",
    "POST /invitation/copy"
  };

  private record Vault(String secret) implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder().secretString(secret).build();
    }

    @Override
    public String serviceName() {
      return SecretsManagerClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static Seals seals(String secret) {
    return new SecretSeals(new Vault(secret), "secret");
  }

  private final Seals ours = seals("{\"1\":\"first-key-0123456789\",\"2\":\"second-key-0123456\"}");
  private final World world = World.on("2026-03-02T09:15", this::sealed);
  private final ApiDoor door = new ApiDoor(world.ports());
  private final ReferralId id = world.refers(Cast.EMMA, Situation.SAM, Programme.JAVA_ENGINEER);
  private final String good = ours.invitation(id, 1);

  private Ports sealed(Ports ports) {
    return Counting.with(ports, "seals", ours);
  }

  private Map<String, String> bad() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("empty", "");
    kinds.put("blank", " ");
    kinds.put("garbage", "not-a-token");
    kinds.put("of 10 KB", "A".repeat(10_240));
    kinds.put("good and 10 KB more", good + "A".repeat(10_240));
    kinds.put("with control characters", good + "\r\nX: y");
    kinds.put("null characters", "\u0000".repeat(59));
    kinds.put("other letters", "é".repeat(59));
    kinds.put("the bare id", id.value());
    kinds.put("the id in base64", encoded(id.value().getBytes(UTF_8)));
    kinds.put("of a referral that is not there", ours.invitation(other(), 1));
    kinds.put("by another secret", seals("{\"2\":\"other-key-0123456789\"}").invitation(id, 1));
    kinds.put(
        "by a key of another number", seals("{\"3\":\"second-key-0123456\"}").invitation(id, 1));
    kinds.put("a hash of the address", ours.person(new Email(Situation.SAM)).value());
    kinds.put("a digest of the id", ours.digest(id.value()));
    kinds.put("twice encoded", encoded(good.getBytes(UTF_8)));
    kinds.put("doubled", good + good);
    kinds.put("in upper case", good.toUpperCase(Locale.ROOT));
    var bytes = Base64.getUrlDecoder().decode(good);
    for (var i = 0; i < bytes.length; i++) {
      for (var bit = 0; bit < 8; bit++) {
        var forged = bytes.clone();
        forged[i] ^= (byte) (1 << bit);
        kinds.put("bit %d of byte %d turned".formatted(bit, i), encoded(forged));
      }
    }
    for (var length = 1; length < good.length(); length++) {
      kinds.put("cut to " + length, good.substring(0, length));
    }
    return kinds;
  }

  private static ReferralId other() {
    return new ReferralId("01jq8z6v7k3m9x2c4b5n6p7r8s");
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void whatever_is_wrong_with_a_token_there_is_no_such_invitation() {
    assertThat(ask("GET /invitation").header("Invitation-Token", good).at(door).status())
        .isEqualTo(200);
    var rows = world.store().everything();
    var mails = world.postbox().received().size();
    var kinds = bad();
    var asked = 0;
    for (var call : CALLS) {
      assertThat(ask(call).at(door).status()).isEqualTo(404);
      for (var bad : kinds.entrySet()) {
        var reply = ask(call).header("Invitation-Token", bad.getValue()).at(door);

        assertThat(reply.status()).as("%s, %s", call, bad.getKey()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("not-found");
        asked++;
      }
    }

    System.out.printf(
        "Bad invitations: %d kinds on %d calls, %d refused%n", kinds.size(), CALLS.length, asked);
    assertThat(kinds).hasSizeGreaterThan(300);
    world.settle();
    assertThat(world.store().everything()).isEqualTo(rows);
    assertThat(world.postbox().received()).hasSize(mails);
  }

  @Test
  void a_token_of_an_earlier_generation_is_revoked() {
    var bytes = Base64.getUrlDecoder().decode(good);
    assertThat(bytes[1]).isEqualTo((byte) 1);
    bytes[1] = 0;

    var reply = ask("GET /invitation").header("Invitation-Token", encoded(bytes)).at(door);

    assertThat(reply.status()).isEqualTo(404);
  }

  private static Ask ask(String call) {
    var words = call.split(" ", 3);
    var ask = Ask.of(call);
    if (words[0].equals("PUT")) {
      return ask.json("{\"name\": \"Somebody\", \"language\": \"en\"}");
    }
    return words.length < 3 ? ask : ask.json("{\"answer\": \"" + words[2] + "\"}");
  }
}
