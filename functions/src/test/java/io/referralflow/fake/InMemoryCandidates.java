package io.referralflow.fake;

import io.referralflow.candidate.Candidate;
import io.referralflow.port.Candidates;
import io.referralflow.referral.ReferralId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Candidates in memory.
final class InMemoryCandidates implements Candidates {

  private final InMemoryWorld world;

  InMemoryCandidates(InMemoryWorld world) {
    this.world = world;
  }

  @Override
  public Optional<Candidate> find(ReferralId id) {
    synchronized (world) {
      return Optional.ofNullable(world.candidates.get(id));
    }
  }

  @Override
  public Map<ReferralId, Candidate> findAll(List<ReferralId> ids) {
    synchronized (world) {
      return ids.stream()
          .distinct()
          .filter(world.candidates::containsKey)
          .collect(Collectors.toMap(id -> id, id -> find(id).orElseThrow()));
    }
  }
}
