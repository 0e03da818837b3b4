package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.item.CandidateItem;
import io.referralflow.candidate.Candidate;
import io.referralflow.port.Candidates;
import io.referralflow.referral.ReferralId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Candidates in the table.
final class DynamoCandidates implements Candidates {

  private final Table table;

  DynamoCandidates(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Candidate> find(ReferralId id) {
    return table.get(Key.candidate(id)).flatMap(CandidateItem::fromItem);
  }

  @Override
  public Map<ReferralId, Candidate> findAll(List<ReferralId> ids) {
    return table.getAll(ids.stream().map(Key::candidate).toList(), false).stream()
        .filter(row -> CandidateItem.fromItem(row).isPresent())
        .collect(Collectors.toMap(row -> row.key().referral(), DynamoCandidates::candidate));
  }

  private static Candidate candidate(Attributes row) {
    return CandidateItem.fromItem(row).orElseThrow();
  }
}
