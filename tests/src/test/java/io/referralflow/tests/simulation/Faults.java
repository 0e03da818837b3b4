package io.referralflow.tests.simulation;

import io.referralflow.port.Change;
import io.referralflow.port.Committed;
import io.referralflow.port.Mailer;
import io.referralflow.scenario.Ports;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What goes wrong with calls to the outside: a layer around every port, in which a call fails by
/// the place that makes it and by how often that place was reached before. Wall time has no part in
/// it, so that a run can be repeated.
final class Faults {

  /// How a call fails.
  enum Kind {
    /// The process is killed before the call is made (F33).
    KILLED_BEFORE,
    /// The process is killed after the call took effect (F06, F33).
    KILLED_AFTER,
    /// The call never arrives (F08); of a secret also: it cannot be read (F30).
    LOST_BEFORE,
    /// The call took effect, its answer is lost (F07).
    LOST_AFTER,
    /// The service refuses every call for minutes (F09).
    THROTTLED,
    /// The transaction is cancelled though nobody else came first (F10).
    CONFLICT,
    /// Something else happens just before the call (F31, F33: two at once).
    OVERTAKEN,
    /// The index answers what it answered before (F27).
    LAGGING
  }

  /// A fault that will happen: the nth time that a place is reached, from 0.
  record Planned(int place, int ordinal, Kind kind) {
    @Override
    public String toString() {
      return PLACES.get(place).name() + " " + ordinal + " " + kind;
    }

    static Planned parse(String text) {
      var parts = text.split(" ", -1);
      return new Planned(
          numbered(parts[0] + " " + parts[1]), Integer.parseInt(parts[2]), Kind.valueOf(parts[3]));
    }
  }

  /// The process is gone.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("Killed", null, false, false);
    }
  }

  /// A call failed.
  static final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Injected(String message) {
      super(message, null, false, false);
    }
  }

  /// A place in the product that calls outside: a step of [Step] and a method of a port.
  ///
  /// @param often how often a history reaches it, on average, measured
  record Place(String name, double often, List<Kind> kinds) {}

  private static final Set<String> INDEXED =
      Set.of(
          "Waits.overdue",
          "Outbox.overdue",
          "Post.overdue",
          "HrReports.unfinished",
          "Referrals.toErase",
          "Referrals.ownedBy",
          "Referrals.worklist",
          "Referrals.held",
          "Referrals.payouts",
          "Referrals.promisedBy",
          "Entries.pending");

  private static final Set<String> READS =
      Set.of(
          "find",
          "findAll",
          "of",
          "read",
          "terms",
          "settings",
          "vacancy",
          "vacancies",
          "list",
          "portfolio",
          "wasHandedOver");

  /// Every place there is, from `places.txt`; a run that finds another one fails.
  static final List<Place> PLACES = Places.read();

  private static final Map<String, Integer> NUMBERS = numbers();

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (var i = 0; i < PLACES.size(); i++) {
      numbers.put(PLACES.get(i).name(), i);
    }
    return numbers;
  }

  static int numbered(String name) {
    return NUMBERS.getOrDefault(name, -1);
  }

  /// How calls of a method can fail.
  static List<Kind> kinds(String port, String method) {
    return switch (port) {
      case "Seals" -> List.of(Kind.LOST_BEFORE);
      case "Ids", "WorkingDays", "InstantSource" -> List.of();
      default -> {
        var kinds = new ArrayList<>(List.of(Kind.KILLED_BEFORE, Kind.LOST_BEFORE, Kind.THROTTLED));
        if (INDEXED.contains(port + "." + method)) {
          kinds.add(Kind.LAGGING);
        } else {
          kinds.add(Kind.OVERTAKEN);
          if (!READS.contains(method)) {
            kinds.addAll(List.of(Kind.KILLED_AFTER, Kind.LOST_AFTER));
          }
        }
        if (method.equals("commit")) {
          kinds.add(Kind.CONFLICT);
        }
        yield List.copyOf(kinds);
      }
    };
  }

  /// A kind of fault in a use case, with the places where it can strike.
  ///
  /// @param upTo sums of weights: use cases that histories seldom reach weigh more
  private record Cell(Kind kind, List<Integer> places, double upTo) {}

  private static final List<Cell> CELLS = cells();

  private static List<Cell> cells() {
    var cells = new ArrayList<Cell>();
    var sum = 0.0;
    for (var step : Step.values()) {
      for (var kind : Kind.values()) {
        var places = new ArrayList<Integer>();
        var often = 0.0;
        for (var number = 0; number < PLACES.size(); number++) {
          var place = PLACES.get(number);
          if (place.name().startsWith(step + " ") && place.kinds().contains(kind)) {
            places.add(number);
            often = Math.max(often, Math.min(1, place.often()));
          }
        }
        if (!places.isEmpty()) {
          sum += 1 / Math.max(0.02, often);
          cells.add(new Cell(kind, List.copyOf(places), sum));
        }
      }
    }
    return List.copyOf(cells);
  }

  /// Some faults for one history, each kind in each use case about as often as the others.
  static List<Planned> plan(Dice dice) {
    var planned = new ArrayList<Planned>();
    var many = dice.of(0, 10, 30, 60, 120);
    for (var i = 0; i < many && !CELLS.isEmpty(); i++) {
      var thrown = dice.below(1 << 30) / (double) (1 << 30) * CELLS.getLast().upTo();
      var cell = CELLS.stream().filter(each -> each.upTo() > thrown).findFirst().orElseThrow();
      var number = cell.places().get(dice.below(cell.places().size()));
      var ordinal = dice.below(Math.max(1, (int) Math.ceil(PLACES.get(number).often())));
      planned.add(new Planned(number, ordinal, cell.kind()));
    }
    return planned;
  }

  private final History history;
  private final Map<Long, Kind> planned = new HashMap<>();
  private final int[] reached = new int[PLACES.size()];
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final List<Planned> happened = new ArrayList<>();
  private final Map<Integer, Integer> conflicts = new HashMap<>();
  private final Map<String, Instant> throttledUntil = new HashMap<>();
  private final Map<String, Object> lastAnswers = new HashMap<>();

  Faults(History history, List<Planned> faults) {
    this.history = history;
    faults.forEach(fault -> planned.put(key(fault.place(), fault.ordinal()), fault.kind()));
  }

  private static long key(int place, int ordinal) {
    return place * 1_000_000L + ordinal;
  }

  /// What did go wrong.
  List<Planned> happened() {
    return happened;
  }

  /// Places that the list does not know.
  Map<String, Integer> unknown() {
    return unknown;
  }

  /// The same ports, in which calls fail.
  Ports around(Ports ports) {
    try {
      var components = Ports.class.getRecordComponents();
      var wrapped = new Object[components.length];
      for (var i = 0; i < components.length; i++) {
        wrapped[i] = wrapped(components[i], components[i].getAccessor().invoke(ports));
      }
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Ports.class.getDeclaredConstructor(types).newInstance(wrapped);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Object wrapped(RecordComponent component, Object port) {
    var type = component.getType();
    if (type.getSimpleName().equals("InstantSource")
        || type.getSimpleName().equals("WorkingDays")
        || type.getSimpleName().equals("Ids")) {
      return port;
    }
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new Wrapped(type.getSimpleName(), port));
  }

  private final class Wrapped implements InvocationHandler {
    private final String port;
    private final Object real;
    private final Map<Method, EnumMap<Step, Integer>> places = new HashMap<>();

    Wrapped(String port, Object real) {
      this.port = port;
      this.real = real;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return method.invoke(real, arguments);
      }
      var kind = fault(method);
      if (kind == null) {
        return throttled() ? refused() : answer(method, arguments);
      }
      return switch (kind) {
        case KILLED_BEFORE -> throw new Killed();
        case KILLED_AFTER -> {
          var _ = answer(method, arguments);
          throw new Killed();
        }
        case LOST_BEFORE -> {
          if (port.equals("Mailer")) {
            unknown(arguments);
            yield new Mailer.Handover.Unknown("lost");
          }
          throw new Injected("Never arrived: " + port + "." + method.getName());
        }
        case LOST_AFTER -> {
          var answer = answer(method, arguments);
          if (answer instanceof Mailer.Handover.Accepted) {
            unknown(arguments);
            yield new Mailer.Handover.Unknown("lost");
          }
          throw new Injected("Answer lost: " + port + "." + method.getName());
        }
        case THROTTLED -> {
          var minutes = 1 + (happened.size() * 7) % 15;
          throttledUntil.put(service(), history.now().plus(Duration.ofMinutes(minutes)));
          yield refused();
        }
        case CONFLICT -> new Committed.Stale();
        case OVERTAKEN -> {
          history.overtake();
          yield answer(method, arguments);
        }
        case LAGGING -> {
          var before = lastAnswers.get(port + "." + method.getName());
          yield before == null ? answer(method, arguments) : before;
        }
      };
    }

    private void unknown(Object @Nullable [] arguments) {
      if (arguments != null) {
        history.rules().unknown((String) arguments[2]);
      }
    }

    private @Nullable Kind fault(Method method) {
      var step = history.step();
      if (history.isCalm() || step == null) {
        return null;
      }
      var numbers = places.computeIfAbsent(method, _ -> new EnumMap<>(Step.class));
      var number = numbers.getOrDefault(step, 0);
      if (number == 0) {
        var name = step + " " + port + "." + method.getName();
        number = numbered(name) + 1;
        if (number == 0) {
          var _ = unknown.merge(name, 1, Integer::sum);
          return null;
        }
        numbers.put(step, number);
      }
      var place = number - 1;
      var kind = planned.get(key(place, reached[place]));
      if (kind == Kind.CONFLICT && conflicts.merge(place, 1, Integer::sum) > 2) {
        kind = null;
      }
      if (kind != null) {
        happened.add(new Planned(place, reached[place], kind));
      }
      reached[place]++;
      return kind;
    }

    private String service() {
      return switch (port) {
        case "Mailer", "Executions", "Seals" -> port;
        default -> "table";
      };
    }

    private boolean throttled() {
      if (throttledUntil.isEmpty() || history.isCalm()) {
        return false;
      }
      var until = throttledUntil.get(service());
      return until != null && history.now().isBefore(until);
    }

    private Object refused() {
      if (port.equals("Mailer")) {
        return new Mailer.Handover.TryLater("throttled");
      }
      throw new Injected("Throttled: " + port);
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
      if (arguments != null
          && arguments[0] instanceof Change change
          && history.isPoisoned(change.after().id())) {
        throw new Injected("Poisoned: " + change.after().id().value());
      }
      try {
        var answer = method.invoke(real, arguments);
        if (answer != null && INDEXED.contains(port + "." + method.getName())) {
          lastAnswers.put(port + "." + method.getName(), answer);
        }
        return answer;
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }
  }
}
