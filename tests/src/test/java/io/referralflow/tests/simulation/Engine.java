package io.referralflow.tests.simulation;

import io.referralflow.payout.PayoutPlan;
import io.referralflow.port.Executions;
import io.referralflow.process.WaitingStep;
import io.referralflow.referral.ReferralId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Plays `statemachines/referral.asl.json` as Step Functions does: every task is tried again after
/// a fault, up to eight times, and an execution whose task keeps failing has failed.
final class Engine implements Executions {

  private static final Duration CALLBACK_TIMEOUT = Duration.ofDays(300);
  private static final int TRIES = 9;

  private record Name(ReferralId id, int leg) {}

  private static final class Execution {
    final Name name;
    String token = "";
    int tokens;
    int waits;
    int tasks;
    boolean isOver;
    Runnable onAlarm = () -> {};
    String state = "Where To?";

    Execution(Name name) {
      this.name = name;
    }
  }

  /// No execution has so much to do in three years.
  private static final int MOST_TASKS = 1_000;

  private final History history;
  private final Map<Name, Execution> executions = new LinkedHashMap<>();
  private final Map<String, Execution> waiting = new HashMap<>();

  Engine(History history) {
    this.history = history;
  }

  @Override
  public void start(ReferralId id, int leg, String from) {
    var name = new Name(id, leg);
    if (!executions.containsKey(name)) {
      begin(name, from);
    }
  }

  private void begin(Name name, String from) {
    var execution = new Execution(name);
    executions.put(name, execution);
    soon(execution, () -> whereTo(execution, from));
  }

  @Override
  public void stop(ReferralId id, int leg) {
    Optional.ofNullable(executions.get(new Name(id, leg))).ifPresent(this::end);
  }

  @Override
  public boolean wake(String token, String next) {
    var execution = waiting.remove(token);
    if (execution == null || execution.isOver) {
      return false;
    }
    execution.waits++;
    soon(execution, () -> choose(execution, next));
    return true;
  }

  // What goes wrong.

  void loseAll() {
    executions.values().forEach(this::end);
  }

  /// Somebody else answers a token, so that whoever holds it comes too late.
  void spend(String token) {
    var _ = wake(token, "superseded");
  }

  /// A name is free again 90 days after its execution is over.
  void reuse(ReferralId id, int leg, String from) {
    begin(new Name(id, leg), from);
  }

  /// A timer goes off early, twice or never.
  boolean disturb(ReferralId id, int how) {
    var found =
        executions.values().stream()
            .filter(execution -> execution.name.id().equals(id) && !execution.isOver)
            .findFirst();
    found.ifPresent(execution -> {
      var onAlarm = execution.onAlarm;
      switch (how) {
        case 0 -> {
          execution.waits++;
          soon(execution, onAlarm);
        }
        case 1 -> {
          soon(execution, onAlarm);
          soon(execution, onAlarm);
        }
        default -> execution.waits++;
      }
    });
    return found.isPresent();
  }

  /// Executions that have not ended.
  long running() {
    return executions.values().stream().filter(execution -> !execution.isOver).count();
  }

  private void soon(Execution execution, Runnable task) {
    history.later(
        Duration.ofSeconds(1),
        () -> {
          if (!execution.isOver) {
            task.run();
          }
        });
  }

  private void end(Execution execution) {
    var _ = waiting.remove(execution.token);
    execution.waits++;
    execution.isOver = true;
  }

  private void alarm(Execution execution, Duration wait, Runnable onAlarm) {
    execution.waits++;
    var number = execution.waits;
    execution.onAlarm = onAlarm;
    history.later(
        wait,
        () -> {
          if (!execution.isOver && execution.waits == number) {
            execution.waits++;
            onAlarm.run();
          }
        });
  }

  /// A task with its retries: 30 seconds, twice as long each time.
  private <T> void task(
      Execution execution,
      Step step,
      Supplier<T> work,
      java.util.function.Consumer<T> next,
      int attempt) {
    if (++execution.tasks > MOST_TASKS) {
      history.rules().broken(Promise.NO_FAULT, execution.name + " goes round and round");
      end(execution);
      return;
    }
    var tried = history.attempt(step, work);
    if (tried.isPresent()) {
      if (!execution.isOver) {
        next.accept(tried.get());
      }
    } else if (attempt >= TRIES) {
      end(execution);
    } else {
      history.later(
          Duration.ofSeconds(30L << (attempt - 1)),
          () -> {
            if (!execution.isOver) {
              task(execution, step, work, next, attempt + 1);
            }
          });
    }
  }

  private void whereTo(Execution execution, String from) {
    switch (from) {
      case "invitation" -> await(execution, WaitingStep.INVITE);
      case "screening" -> await(execution, WaitingStep.AWAIT_SCREENING);
      case "hire" -> await(execution, WaitingStep.AWAIT_HIRE);
      case "payout" -> plan(execution);
      default -> throw new IllegalStateException("Input not understood: " + from);
    }
  }

  private void await(Execution execution, WaitingStep step) {
    execution.state = step.wireName();
    var name = execution.name;
    execution.tokens++;
    var token =
        name.id().value() + "-" + name.leg() + "-" + execution.tokens + "-" + executions.size();
    execution.token = token;
    waiting.put(token, execution);
    alarm(
        execution,
        CALLBACK_TIMEOUT,
        () -> {
          var _ = waiting.remove(token);
          await(execution, step);
        });
    park(execution, step, token, 1);
  }

  private void park(Execution execution, WaitingStep step, String token, int attempt) {
    var name = execution.name;
    var tried =
        history.attempt(
            Step.PARK,
            () -> {
              history.product().parkExecution.execute(step, name.id(), name.leg(), token);
              return true;
            });
    if (tried.isEmpty()) {
      if (attempt >= TRIES) {
        end(execution);
      } else {
        history.later(
            Duration.ofSeconds(30L << (attempt - 1)),
            () -> {
              if (!execution.isOver && waiting.containsKey(token)) {
                park(execution, step, token, attempt + 1);
              }
            });
      }
    }
  }

  private void choose(Execution execution, String next) {
    switch (next) {
      case "payout" -> plan(execution);
      case "declined", "rejected", "closed", "held", "superseded" -> end(execution);
      case "screening" -> await(execution, WaitingStep.AWAIT_SCREENING);
      case "hire" -> await(execution, WaitingStep.AWAIT_HIRE);
      default -> throw new IllegalStateException(execution.state + " does not understand " + next);
    }
  }

  private void plan(Execution execution) {
    execution.state = "plan";
    var name = execution.name;
    task(
        execution,
        Step.PLAN,
        () -> history.product().planNextInstalment.execute(name.id(), name.leg()),
        plan -> moreToPay(execution, plan),
        1);
  }

  private void moreToPay(Execution execution, PayoutPlan plan) {
    if (plan instanceof PayoutPlan.More(var instalment, var due, var seconds)) {
      if (due) {
        release(execution, instalment);
      } else {
        execution.state = "wait";
        alarm(execution, Duration.ofSeconds(seconds), () -> release(execution, instalment));
      }
    } else {
      end(execution);
    }
  }

  private void release(Execution execution, int instalment) {
    execution.state = "release";
    var name = execution.name;
    task(
        execution,
        Step.RELEASE,
        () -> history.product().releaseInstalment.execute(name.id(), name.leg(), instalment),
        plan -> moreToPay(execution, plan),
        1);
  }
}
