package io.referralflow.scenario;

import io.referralflow.payout.PayoutPlan;
import io.referralflow.port.Executions;
import io.referralflow.process.WaitingStep;
import io.referralflow.referral.ReferralId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Plays `statemachines/referral.asl.json`: the same states in the same order, on the world's
/// clock. Work is queued and done when the world settles, as executions run on their own in
/// production.
final class Machine implements Executions {

  /// How long a callback waits before it is asked again: 25920000 seconds.
  private static final Duration CALLBACK_TIMEOUT = Duration.ofDays(300);

  private record Name(ReferralId id, int leg) {}

  /// One run through the machine.
  private static final class Execution {
    final Name name;
    final List<String> visited = new ArrayList<>();
    String token = "";
    int tokens;
    Instant alarm = Instant.MAX;
    Runnable onAlarm = () -> {};
    boolean isOver;

    Execution(Name name) {
      this.name = name;
    }
  }

  private final Supplier<Product> product;
  private final InstantSource clock;
  private final Map<Name, Execution> executions = new LinkedHashMap<>();
  private final Map<String, Execution> waiting = new HashMap<>();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private boolean waitsElapse = true;

  /// A machine that calls the product, which is made after it and knows it.
  Machine(Supplier<Product> product, InstantSource clock) {
    this.product = product;
    this.clock = clock;
  }

  @Override
  public void start(ReferralId id, int leg, String from) {
    var name = new Name(id, leg);
    if (!executions.containsKey(name)) {
      var execution = new Execution(name);
      executions.put(name, execution);
      go(execution, () -> whereTo(execution, from));
    }
  }

  @Override
  public void stop(ReferralId id, int leg) {
    Optional.ofNullable(executions.get(new Name(id, leg))).ifPresent(this::end);
  }

  @Override
  public boolean wake(String token, String next) {
    var execution = waiting.remove(token);
    if (execution == null) {
      return false;
    }
    rest(execution);
    go(execution, () -> choose(execution, next));
    return true;
  }

  /// Every execution is gone without a trace, and its tokens with it.
  void loseAll() {
    executions.values().forEach(this::end);
  }

  /// Waits take real time, which a stepped clock leaves behind; upkeep must do instead.
  void waitsDoNotElapse() {
    waitsElapse = false;
  }

  boolean isIdle() {
    return work.isEmpty();
  }

  /// Does what is to be done now.
  void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  /// When the next wait is over.
  Instant nextAlarm() {
    return waitsElapse
        ? running().map(execution -> execution.alarm).min(Instant::compareTo).orElse(Instant.MAX)
        : Instant.MAX;
  }

  /// Ends the waits that are over now.
  void ring() {
    if (!waitsElapse) {
      return;
    }
    var now = clock.instant();
    running()
        .filter(execution -> !execution.alarm.isAfter(now))
        .toList()
        .forEach(execution -> {
          var onAlarm = execution.onAlarm;
          rest(execution);
          go(execution, onAlarm);
        });
  }

  /// The states that a leg visited, the end included.
  List<String> visited(ReferralId id, int leg) {
    var execution = executions.get(new Name(id, leg));
    return execution == null ? List.of() : List.copyOf(execution.visited);
  }

  /// State transitions of all legs of a referral, the start of each included.
  int transitions(ReferralId id) {
    return executions.values().stream()
        .filter(execution -> execution.name.id().equals(id))
        .mapToInt(execution -> 1 + execution.visited.size())
        .sum();
  }

  /// The legs of a referral whose executions still run.
  List<Integer> runningLegs(ReferralId id) {
    return running()
        .filter(execution -> execution.name.id().equals(id))
        .map(execution -> execution.name.leg())
        .toList();
  }

  private Stream<Execution> running() {
    return executions.values().stream().filter(execution -> !execution.isOver);
  }

  private void go(Execution execution, Runnable task) {
    work.add(() -> {
      if (!execution.isOver) {
        task.run();
      }
    });
  }

  private void rest(Execution execution) {
    var _ = waiting.remove(execution.token);
    execution.alarm = Instant.MAX;
  }

  private void end(Execution execution) {
    rest(execution);
    execution.isOver = true;
  }

  private void end(Execution execution, String state) {
    execution.visited.add(state);
    end(execution);
  }

  private void whereTo(Execution execution, String from) {
    execution.visited.add("Where To?");
    switch (from) {
      case "invitation" -> await(execution, WaitingStep.INVITE);
      case "screening" -> await(execution, WaitingStep.AWAIT_SCREENING);
      case "hire" -> await(execution, WaitingStep.AWAIT_HIRE);
      case "payout" -> plan(execution);
      default -> throw new IllegalStateException("Input not understood: " + from);
    }
  }

  private void await(Execution execution, WaitingStep step) {
    execution.visited.add(
        switch (step) {
          case INVITE -> "Invite Candidate";
          case AWAIT_SCREENING -> "Await Screening";
          case AWAIT_HIRE -> "Await Hire";
        });
    var name = execution.name;
    execution.tokens++;
    execution.token = name.id().value() + "-" + name.leg() + "-" + execution.tokens;
    waiting.put(execution.token, execution);
    execution.alarm = clock.instant().plus(CALLBACK_TIMEOUT);
    execution.onAlarm = () -> await(execution, step);
    product.get().parkExecution.execute(step, name.id(), name.leg(), execution.token);
  }

  private void choose(Execution execution, String next) {
    execution.visited.add(
        switch (execution.visited.getLast()) {
          case "Invite Candidate" -> "Candidate Answered?";
          case "Await Screening" -> "Screening Passed?";
          case "Await Hire" -> "Hired?";
          case String other -> throw new IllegalStateException("Nobody waits in " + other);
        });
    var asked = execution.visited.getLast();
    switch (next) {
      case "payout" -> plan(execution);
      case "declined" -> end(execution, "Candidate Declined");
      case "rejected" -> end(execution, "Candidate Rejected");
      case "closed" -> end(execution, "Referral Closed");
      case "held" -> end(execution, "Referral Held");
      case "superseded" -> end(execution, "Leg Superseded");
      case String other when other.equals("screening") && asked.equals("Candidate Answered?") ->
          await(execution, WaitingStep.AWAIT_SCREENING);
      case String other when other.equals("hire") && !asked.equals("Hired?") ->
          await(execution, WaitingStep.AWAIT_HIRE);
      default -> throw new IllegalStateException(asked + " does not understand " + next);
    }
  }

  private void plan(Execution execution) {
    execution.visited.add("Plan Next Instalment");
    var name = execution.name;
    moreToPay(execution, product.get().planNextInstalment.execute(name.id(), name.leg()));
  }

  private void moreToPay(Execution execution, PayoutPlan plan) {
    execution.visited.add("More To Pay?");
    switch (plan) {
      case PayoutPlan.More(var instalment, var due, var seconds) -> {
        if (due) {
          release(execution, instalment);
        } else {
          execution.visited.add("Wait Until Due");
          execution.alarm = clock.instant().plusSeconds(seconds);
          execution.onAlarm = () -> release(execution, instalment);
        }
      }
      case PayoutPlan.Completed _ -> end(execution, "Reward Released");
      case PayoutPlan.Closed _ -> end(execution, "Referral Closed");
      case PayoutPlan.Held _ -> end(execution, "Referral Held");
      case PayoutPlan.Frozen _ -> end(execution, "Payouts Frozen");
      case PayoutPlan.Superseded _ -> end(execution, "Leg Superseded");
    }
  }

  private void release(Execution execution, int instalment) {
    execution.visited.add("Release Instalment");
    var name = execution.name;
    var plan = product.get().releaseInstalment.execute(name.id(), name.leg(), instalment);
    moreToPay(execution, plan);
  }
}
