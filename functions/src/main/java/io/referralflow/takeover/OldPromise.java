package io.referralflow.takeover;

import io.referralflow.reward.Benefit;
import io.referralflow.reward.Instalment;
import io.referralflow.reward.Milestone;
import io.referralflow.reward.Money;
import io.referralflow.reward.Reward;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What a referrer was promised before: amounts of money and other things, each due at a milestone.
///
/// @param probationMonths how long probation lasts where HR names no end; the terms' own where the
///   promise says nothing of it
public record OldPromise(List<Part> parts, OptionalInt probationMonths) {

  public OldPromise {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A promise has at least one part");
    }
  }

  /// One part.
  ///
  /// @param amount 0 for a part that is no money
  /// @param benefit what is handed out where it is no money
  /// @param paidOn when it was paid or handed out, where it was
  public record Part(
      Milestone milestone, Money amount, Optional<Benefit> benefit, Optional<LocalDate> paidOn) {}

  Reward reward() {
    var instalments = new ArrayList<Instalment>();
    for (var part : parts) {
      instalments.add(
          new Instalment(instalments.size() + 1, part.milestone(), part.amount(), part.benefit()));
    }
    return new Reward(instalments);
  }

  /// The days on which parts were paid, by their numbers, in their order.
  Map<Integer, LocalDate> paid() {
    var paid = new TreeMap<Integer, LocalDate>();
    for (var i = 0; i < parts.size(); i++) {
      var number = i + 1;
      parts.get(i).paidOn().ifPresent(day -> paid.put(number, day));
    }
    return paid;
  }

  boolean isKept() {
    return parts.stream().allMatch(part -> part.paidOn().isPresent());
  }
}
