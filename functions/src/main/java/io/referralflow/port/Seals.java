package io.referralflow.port;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.PersonKey;
import io.referralflow.referral.Referral;
import io.referralflow.referral.ReferralId;
import java.util.Optional;

/// Keyed hashes and the invitation tokens made of them, by the product's one secret.
public interface Seals {

  /// The key under which a person is found, the same for the same address.
  PersonKey person(Email email);

  /// A keyed hash of a text, for comparing.
  String digest(String text);

  /// The credential in a candidate's link; never stored.
  ///
  /// @param generation which of the referral's invitations, from 1 to 255
  String invitation(ReferralId id, int generation);

  /// What a credential says; empty when it is wrong or forged. Whether it is revoked, the referral
  /// knows.
  Optional<Invitation> opened(String token);

  /// One of the invitations to a referral.
  record Invitation(ReferralId referral, int generation) {

    /// Whether its link still opens the referral: it is the last one.
    public boolean opens(Referral found) {
      return found.particulars().generation() == generation;
    }
  }
}
