package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.referralflow.json.LogLine;
import io.referralflow.port.Brake;
import io.referralflow.port.Page;
import io.referralflow.referral.ReferralId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A brake that says in the log when the product itself pulls it, which sets off an alarm: payouts
/// stand still then until a person has looked. A person who pulls it knows.
final class LoudBrake implements Brake {

  private final Brake brake;
  private final LambdaLogger logger;

  LoudBrake(Brake brake, LambdaLogger logger) {
    this.brake = brake;
    this.logger = logger;
  }

  /// Says so after it is done, each time: a reason that stood already may be one that was written
  /// and never told.
  @Override
  public Standing pull(Pull pull) {
    var standing = brake.pull(pull);
    if (pull.cause() != Cause.OPERATOR) {
      logger.log(
          LogLine.write(LogLevel.ERROR.name(), "", "brake-pulled", facts(pull)), LogLevel.ERROR);
    }
    return standing;
  }

  private static Map<String, String> facts(Pull pull) {
    var facts = new TreeMap<>(Map.of("cause", words(pull.cause())));
    pull.referral().map(ReferralId::value).ifPresent(id -> facts.put("referral", id));
    return facts;
  }

  private static String words(Cause cause) {
    return switch (cause) {
      case OPERATOR -> "operator";
      case BROKEN_RECORD -> "broken-record";
      case DIFFERENCE -> "difference";
      case RESTORE -> "restore";
    };
  }

  @Override
  public Standing standing() {
    return brake.standing();
  }

  @Override
  public Optional<Standing> thaw(Thaw thaw, Optional<Long> version) {
    return brake.thaw(thaw, version);
  }

  @Override
  public Page<Change> changes(Page.Request page) {
    return brake.changes(page);
  }
}
