package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.candidate.Email;
import io.referralflow.port.Seals.Invitation;
import io.referralflow.referral.FactFixtures;
import io.referralflow.referral.ReferralId;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class SecretSealsTest {

  private static final String ONE_KEY = "{\"1\":\"correct horse battery staple\"}";
  private static final String TWO_KEYS =
      "{ \"1\" : \"correct horse battery staple\", \"2\":\"another\" }";
  private static final Email SAM = new Email("sam@example.com");

  private static SecretSeals seals(String secret) {
    return new SecretSeals(new Secrets(secret, new AtomicInteger()), "the-secret");
  }

  private record Secrets(String secret, AtomicInteger reads) implements SecretsManagerClient {

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      assertThat(request.secretId()).isEqualTo("the-secret");
      var _ = reads.incrementAndGet();
      return GetSecretValueResponse.builder().secretString(secret).build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {}
  }

  @Test
  void the_secret_is_read_with_the_first_seal_and_once() {
    var reads = new AtomicInteger();
    var seals = new SecretSeals(new Secrets(ONE_KEY, reads), "the-secret");
    assertThat(reads).hasValue(0);

    var _ = seals.person(SAM);
    var _ = seals.digest("x");

    assertThat(reads).hasValue(1);
  }

  @Test
  void a_person_is_found_by_the_same_address_whatever_keys_were_added() {
    assertThat(seals(ONE_KEY).person(SAM))
        .isEqualTo(seals(TWO_KEYS).person(SAM))
        .isNotEqualTo(seals(ONE_KEY).person(new Email("kim@example.com")))
        .isNotEqualTo(seals("{\"1\":\"other\"}").person(SAM));
    assertThat(seals(ONE_KEY).person(SAM).value()).matches("1\\.[A-Za-z0-9_-]{22}");
  }

  @Test
  void a_hash_made_for_one_purpose_is_worth_nothing_for_another() {
    assertThat(seals(ONE_KEY).digest(SAM.value()))
        .isEqualTo(seals(TWO_KEYS).digest(SAM.value()))
        .isNotEqualTo(seals(ONE_KEY).person(SAM).value());
  }

  @Test
  void an_invitation_opens_its_referral_also_after_a_key_was_added() {
    var token = seals(ONE_KEY).invitation(FactFixtures.REFERRAL, 1);

    assertThat(token).matches("[A-Za-z0-9_-]{59}");
    assertThat(seals(ONE_KEY).opened(token)).contains(new Invitation(FactFixtures.REFERRAL, 1));
    assertThat(seals(TWO_KEYS).opened(token)).contains(new Invitation(FactFixtures.REFERRAL, 1));
    assertThat(seals(ONE_KEY).opened(seals(TWO_KEYS).invitation(FactFixtures.REFERRAL, 1)))
        .isEmpty();
  }

  @Test
  void each_invitation_of_a_referral_has_a_token_of_its_own() {
    var seals = seals(ONE_KEY);
    var last = seals.invitation(FactFixtures.REFERRAL, 255);

    assertThat(last).isNotEqualTo(seals.invitation(FactFixtures.REFERRAL, 1));
    assertThat(seals.opened(last)).contains(new Invitation(FactFixtures.REFERRAL, 255));
  }

  @Test
  void a_token_changed_anywhere_is_refused() {
    var seals = seals(TWO_KEYS);
    var genuine = Base64.getUrlDecoder().decode(seals.invitation(FactFixtures.REFERRAL, 1));

    for (var place = 0; place < genuine.length; place++) {
      var forged = genuine.clone();
      forged[place] ^= 1;
      assertThat(seals.opened(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
          .as("changed at %d", place)
          .isEmpty();
    }
  }

  @Test
  void what_is_no_token_is_refused() {
    var seals = seals(ONE_KEY);

    assertThat(List.of("", "x", "not base64!", "A".repeat(59), "A".repeat(5000), "ë"))
        .allSatisfy(text -> assertThat(seals.opened(text)).isEmpty());
  }

  @Test
  void tokens_of_two_referrals_differ() {
    assertThat(seals(ONE_KEY).invitation(FactFixtures.REFERRAL, 1))
        .isNotEqualTo(seals(ONE_KEY).invitation(new ReferralId("r0000000000000000000000018"), 1));
  }

  @Test
  void a_secret_that_is_none_is_refused_without_a_word_of_it() {
    for (var secret :
        List.of("", "{}", "hunter2", "{\"one\":\"hunter2\"}", "{\"1\":\"\"}", "[\"hunter2\"]")) {
      assertThatThrownBy(() -> seals(secret).person(SAM))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("hunter2");
    }
  }
}
