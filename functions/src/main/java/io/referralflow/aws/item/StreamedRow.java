package io.referralflow.aws.item;

import io.referralflow.aws.Key;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.StateName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a row that was written means to whoever reads the table's stream.
public sealed interface StreamedRow {

  /// A referral took a step.
  ///
  /// @param state the state after the step
  /// @param newLeg whether a new execution takes over with this step
  /// @param wakes whether the running execution waited for this step
  record Step(ReferralId id, int leg, StateName state, boolean newLeg, boolean wakes)
      implements StreamedRow {}

  /// A notice is ready to be sent.
  ///
  /// @param dueAt from when it may be sent
  record Mail(ReferralId id, long number, Instant dueAt) implements StreamedRow {}

  /// A mail of the programme is ready to be sent.
  ///
  /// @param id of its notice
  /// @param dueAt from when it may be sent
  record ProgrammeMail(String id, Instant dueAt) implements StreamedRow {}

  /// The meaning of a row's new image; empty for a row that nobody follows.
  ///
  /// @param attributes the texts and numbers of the image, by name
  static Optional<StreamedRow> of(String pk, String sk, Map<String, String> attributes) {
    var key = new Key(pk, sk);
    if (key.isHead()) {
      return Optional.of(
          new Step(
              key.referral(),
              Integer.parseInt(attributes.getOrDefault(ReferralItem.LEG, "0")),
              StateMap.name(attributes.getOrDefault(ReferralItem.TYPE, "")),
              isThisVersion(attributes, ReferralItem.LEG_VERSION),
              isThisVersion(attributes, ReferralItem.WAKE_VERSION)));
    }
    return Optional.ofNullable(attributes.get(NoticeItem.DUE_AT))
        .filter(_ -> isMail(pk, sk) && NoticeItem.READY.equals(attributes.get(NoticeItem.STATE)))
        .map(dueAt ->
            key.isPost()
                ? new ProgrammeMail(
                    PostItem.id(attributes).orElseGet(key::owner), Instant.parse(dueAt))
                : new Mail(key.referral(), key.number(), Instant.parse(dueAt)));
  }

  /// What the failure of following a row is called, however little of it can be read: a mail has
  /// one name for ever, a referral one for each version.
  static String failure(String pk, String sk, Map<String, String> attributes) {
    var key = new Key(pk, sk);
    if (key.isPost()) {
      return "mail-" + PostItem.id(attributes).orElseGet(key::owner);
    }
    return key.isNotice()
        ? "mail-" + key.owner() + "-" + key.ordinal()
        : "step-" + key.owner() + "-" + attributes.getOrDefault(ReferralItem.VERSION, "");
  }

  /// Whether a row is a mail's.
  static boolean isMail(String pk, String sk) {
    var key = new Key(pk, sk);
    return key.isNotice() || key.isPost();
  }

  private static boolean isThisVersion(Map<String, String> attributes, String name) {
    return attributes.containsKey(name)
        && attributes.get(name).equals(attributes.get(ReferralItem.VERSION));
  }
}
