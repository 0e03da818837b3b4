package io.referralflow.audit;

/// Why a referral must not be paid before somebody looked.
public enum Finding {
  /// A fact was changed, removed, swapped, inserted or cut off, or cannot be read.
  BROKEN_RECORD("The record is not what was written"),
  /// The snapshot is not what the facts make.
  STATE_DIFFERS("The state is not what the facts make"),
  /// The ledger says something else than the facts.
  LEDGER_DIFFERS("The ledger does not agree with the facts"),
  /// What would be released is not what follows from the facts.
  OWED_DIFFERS("What is owed comes out differently when worked out afresh"),
  /// Finance's list says something else than the ledger.
  LIST_DIFFERS("Finance's list does not agree with the ledger");

  private final String words;

  Finding(String words) {
    this.words = words;
  }

  /// In words, for whoever reads why payouts are frozen.
  public String words() {
    return words;
  }
}
