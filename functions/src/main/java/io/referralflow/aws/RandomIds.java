package io.referralflow.aws;

import io.referralflow.port.Ids;
import io.referralflow.referral.ReferralId;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;

/// Ids of 26 lower-case letters and digits: nine for the moment, so that ids made later sort later,
/// and seventeen of chance. The source of chance is made inside the call, since one made at start
/// would be the same in every copy of a snapshot.
public final class RandomIds implements Ids {

  private static final int RADIX = 36;
  private static final int MOMENT_DIGITS = 9;
  private static final int CHANCE_DIGITS = 17;
  private static final int NONCE_DIGITS = 8;

  private final InstantSource clock;

  public RandomIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public ReferralId nextReferral() {
    return new ReferralId(
        padded(Long.toString(clock.millis(), RADIX), MOMENT_DIGITS) + chance(CHANCE_DIGITS));
  }

  /// A mark by which its writer knows a row again.
  public static String nonce() {
    return chance(NONCE_DIGITS);
  }

  /// A number below 36 to the power of the digits; one bit in a thousand of bias does no harm, so
  /// 64 bits more than needed are cut down.
  private static String chance(int digits) {
    var ceiling = BigInteger.valueOf(RADIX).pow(digits);
    var drawn = new BigInteger(ceiling.bitLength() + Long.SIZE, new SecureRandom());
    return padded(drawn.mod(ceiling).toString(RADIX), digits);
  }

  private static String padded(String digits, int length) {
    return String.format(Locale.ROOT, "%" + length + "s", digits).replace(' ', '0');
  }
}
