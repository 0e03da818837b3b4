package io.referralflow.port;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.referral.ReferralId;
import java.util.Optional;

/// Keyed hashes and the invitation tokens made of them, by the product's one secret.
public interface Seals {

  /// The key under which a person is found, the same for the same address.
  PersonKey person(Email email);

  /// A keyed hash of a text, for comparing.
  String digest(String text);

  /// The credential in a candidate's link; never stored.
  String invitation(ReferralId id);

  /// The referral of a credential; empty when it is wrong, forged or revoked.
  Optional<ReferralId> opened(String token);
}
