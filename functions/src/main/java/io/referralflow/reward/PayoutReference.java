package io.referralflow.reward;

/// What stands on the payment of an instalment, the same in every mail and list.
public final class PayoutReference {

  private PayoutReference() {}

  /// The reference of an instalment of the referral with a receipt number: `RF-1042-1`.
  public static String of(long receiptNumber, int instalment) {
    return "RF-" + receiptNumber + "-" + instalment;
  }
}
