package io.referralflow.aws;

import software.amazon.awssdk.core.exception.SdkException;

/// Tells apart what will go by itself from what will not: a service that does not answer, or
/// throttles, from a fault of ours, which comes back with every try.
public final class Outage {

  private Outage() {}

  /// Whether another service is to blame, so that a later try may succeed.
  public static boolean explains(Throwable fault) {
    return fault instanceof SdkException
        || (fault.getCause() != null && explains(fault.getCause()));
  }
}
