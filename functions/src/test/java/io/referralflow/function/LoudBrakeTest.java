package io.referralflow.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.referralflow.fake.InMemoryWorld;
import io.referralflow.port.Brake;
import io.referralflow.port.Brake.Cause;
import io.referralflow.port.Brake.Pull;
import io.referralflow.port.Brake.Thaw;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the log says of the brake; an alarm counts these lines.
class LoudBrakeTest {

  private static final Instant NOW = Instant.parse("2026-05-01T04:00:00Z");
  private static final EmployeeId FATIMA = new EmployeeId("fatima");

  private final List<String> lines = new ArrayList<>();
  private final Brake real = new InMemoryWorld().brake();
  private final Brake brake = new LoudBrake(real, new Lines());

  private final class Lines implements LambdaLogger {
    @Override
    public void log(String line) {
      lines.add(line);
    }

    @Override
    public void log(byte[] line) {
      log(new String(line, UTF_8));
    }
  }

  private static Pull pull(Cause cause, Optional<ReferralId> referral, Optional<EmployeeId> by) {
    return new Pull(cause, referral, by, "Sam Sample said so.", NOW);
  }

  @Test
  void says_that_the_product_pulled_it_and_why() {
    var sam = Optional.of(new ReferralId("r1042abcdefghijklmnopqrstu"));
    assertThat(brake.pull(pull(Cause.BROKEN_RECORD, sam, Optional.empty())).isFrozen()).isTrue();
    assertThat(brake.pull(pull(Cause.DIFFERENCE, sam, Optional.empty())).isFrozen()).isTrue();
    assertThat(brake.pull(pull(Cause.RESTORE, Optional.empty(), Optional.empty())).isFrozen())
        .isTrue();

    assertThat(lines)
        .containsExactly(
            "{\"level\":\"ERROR\",\"requestId\":\"\",\"what\":\"brake-pulled\","
                + "\"cause\":\"broken-record\",\"referral\":\"r1042abcdefghijklmnopqrstu\"}\n",
            "{\"level\":\"ERROR\",\"requestId\":\"\",\"what\":\"brake-pulled\","
                + "\"cause\":\"difference\",\"referral\":\"r1042abcdefghijklmnopqrstu\"}\n",
            "{\"level\":\"ERROR\",\"requestId\":\"\",\"what\":\"brake-pulled\","
                + "\"cause\":\"restore\"}\n");
  }

  @Test
  void says_nothing_of_what_a_person_does() {
    var _ = brake.pull(pull(Cause.OPERATOR, Optional.empty(), Optional.of(FATIMA)));
    var _ = brake.thaw(new Thaw(FATIMA, "All is well.", NOW), Optional.empty());

    assertThat(lines).isEmpty();
    assertThat(brake.standing().isFrozen()).isFalse();
    assertThat(brake.changes(new Page.Request(10, Optional.empty())).items()).hasSize(2);
  }
}
