package io.referralflow.port;

import io.referralflow.candidate.Candidate;
import io.referralflow.referral.ReferralId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The personal data of candidates, one row per referral. It is written and deleted by changes of
/// the referral, see [Companion].
public interface Candidates {

  Optional<Candidate> find(ReferralId id);

  /// Those of several referrals; erased ones are left out.
  Map<ReferralId, Candidate> findAll(List<ReferralId> ids);
}
