package io.referralflow.tests.simulation;

/// What must be true, by the numbers of the project's list of promises.
enum Promise {
  PAID_ONCE(1, "each instalment is released and paid at most once"),
  NOT_EARLY(2, "nothing is released before its day begins, on what is known then"),
  NO_LEAVERS(3, "nothing is released for who was known to have left, and what vested is kept"),
  MONEY(4, "released, held, void and remaining add up to what was scheduled"),
  ANY_ORDER(5, "the same reports in any order make the same plan"),
  NOTHING_LOST(6, "what was acknowledged is alive, at its end, or on the failure list"),
  ON_TIME(6, "what is due is released within a day, once nothing fails"),
  FOUR_EYES(8, "nobody acts on what is their own"),
  SAME_ANSWER(9, "the same key gets the same answer for ever"),
  LEGAL(10, "only legal transitions are written"),
  UNKNOWN_SETTLED(11, "a step that was tried again happened once"),
  MAIL(12, "each notice is handed over; copies carry one reference and follow the unknown only"),
  HUSH(14, "a referrer cannot learn who is known, nor of an end too early"),
  GONE(15, "personal data is gone a day after its last day"),
  LAPSES(15, "a referral that nobody ends is over once no hire can count, and not before"),
  INFORMED(17, "the candidate is informed within a week, or nothing is kept"),
  AWAKE(19, "whatever lives has an alarm, and every alarm is kept"),
  WARNED(19, "a promise that is near and not kept was warned of, once and not before"),
  CHAIN(20, "the facts make the state, one after the other"),
  FROZEN(0, "nothing is released while payouts are frozen"),
  NO_FAULT(0, "no exception but an injected one reaches a caller"),
  ORACLE(0, "the oracle owes the same");

  private final int number;
  private final String sentence;

  Promise(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  int number() {
    return number;
  }

  String sentence() {
    return sentence;
  }
}
