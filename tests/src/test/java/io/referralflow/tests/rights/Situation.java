package io.referralflow.tests.rights;

import static io.referralflow.scenario.HrMessage.cancelled;
import static io.referralflow.scenario.HrMessage.left;

import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.function.ApiDoor;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.referral.StateName;
import io.referralflow.scenario.World;
import io.referralflow.staff.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A company in which Emma's referral of Sam has come to a state. Joris referred Sam too, Ruben
/// entered the hire by hand and Petra agreed, and another entry about it waits for agreement.
/// Whatever is known of Sam from Emma is known from nobody else, so that it can be searched for.
record Situation(StateName state, World world, ApiDoor door, ReferralId emmas, ReferralId joriss) {

  static final String SAM = "sam@example.org";
  static final String WAITING = "waiting-1";

  /// What only Emma's row about the candidate holds.
  static final List<String> SECRETS =
      List.of(
          "Samira Kanarie",
          "+31 6 98765432",
          "https://www.linkedin.com/in/kanarie-9876",
          "Canaries sang while we built the pipeline.");

  /// Every state that a referral can truly be in.
  static List<StateName> states() {
    return Arrays.stream(StateName.values()).filter(name -> name != StateName.ENDED).toList();
  }

  static String wireName(StateName state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Situation of(StateName state) {
    return of(state, Feedback.STAGE);
  }

  /// The same with another choice of the candidate's, where they accepted.
  static Situation of(StateName state, Feedback allowed) {
    var situation = begun(state);
    situation.goOn(allowed);
    situation.check();
    return situation;
  }

  private static Situation begun(StateName state) {
    var world = World.on("2026-03-02T09:15");
    var door = new ApiDoor(world.ports());
    var emmas = referral(door, Cast.EMMA, SECRETS);
    var joriss =
        referral(
            door,
            Cast.JORIS,
            List.of("Sam Bakvis", "+31 6 11112222", "https://example.org/bakvis", "A neighbour."));
    var known =
        Ask.of("PUT /employees/E-7")
            .by(Cast.PETRA)
            .json("{\"name\": \"Joris Example\", \"contract\": \"flex\"}")
            .at(door);
    if (known.status() != 201) {
      throw new AssertionError("Not written down: " + known);
    }
    world.settle();
    return new Situation(state, world, door, emmas, joriss);
  }

  private static ReferralId referral(ApiDoor door, Caller who, List<String> known) {
    var submission =
        """
        {"vacancyId": "java-engineer", "relation": "project", "introduction": "%s", "fit": 4,
         "candidate": {"name": "%s", "email": "%s", "phone": "%s", "linkedin": "%s"}}
        """
            .formatted(known.get(3), known.get(0), SAM, known.get(1), known.get(2));
    var reply = Ask.of("POST /referrals").by(who).json(submission).at(door);
    return new ReferralId(reply.json().get("id").asString());
  }

  private void goOn(Feedback allowed) {
    switch (state) {
      case INVITED -> {}
      case SCREENING -> accept(allowed);
      case HIRING -> advance(allowed);
      case HIRED -> hire(allowed);
      case PROBATION -> work(allowed);
      case COMPLETED -> {
        work(allowed);
        world.goTo("2026-07-02T07:00");
      }
      case HELD -> hold();
      case DECLINED -> world.declines(emmas);
      case REJECTED -> {
        accept(allowed);
        world.rejects(Cast.RUBEN, emmas, RejectionReason.SKILLS);
      }
      case WITHDRAWN -> {
        accept(allowed);
        world.withdraws(emmas);
      }
      case EXPIRED -> world.goTo("2026-03-17T07:00");
      case LAPSED -> {
        accept(allowed);
        world.goTo("2027-06-01T07:00");
      }
      case HIRE_CANCELLED -> {
        hire(allowed);
        world.goTo("2026-03-12T10:00");
        world.hears(cancelled("HR-2041"));
      }
      case LEFT -> {
        work(allowed);
        world.hears(left("HR-2041", "2026-05-20"));
      }
      case NOT_ELIGIBLE -> {
        hold();
        world.refuses(Cast.PETRA, emmas);
      }
      case ALREADY_KNOWN -> {
        advance(allowed);
        hired(joriss);
      }
      case ENDED -> throw new IllegalArgumentException("Only referrers read that");
    }
    enter(WAITING, emmas, "2026-05-08");
  }

  private void accept(Feedback allowed) {
    world.accepts(emmas, allowed, Keep.PROCEDURE);
  }

  private void advance(Feedback allowed) {
    accept(allowed);
    world.advances(Cast.RUBEN, emmas);
  }

  private void hire(Feedback allowed) {
    advance(allowed);
    hired(emmas);
  }

  private void hired(ReferralId id) {
    world.goTo("2026-03-10T10:00");
    enter("hire-1", id, "2026-05-01");
    world.agrees(Cast.PETRA, "hire-1");
  }

  private void hold() {
    world.declines(emmas);
    hired(emmas);
  }

  private void work(Feedback allowed) {
    hire(allowed);
    world.goTo("2026-05-01T07:00");
  }

  private void enter(String event, ReferralId id, String start) {
    var reply = Ask.of("POST /hr-events").by(Cast.RUBEN).json(hire(event, id, start)).at(door);
    if (reply.status() != 202) {
      throw new AssertionError("Not taken in: " + reply);
    }
    world.settle();
  }

  /// A hire as it is entered by hand.
  String hire(String event, ReferralId id, String start) {
    return """
    {"type": "CandidateHired",
     "metadata": {"id": "%s", "occurredAt": "%s", "version": 1},
     "data": {"employeeId": "HR-2041", "startDate": "%s", "referralId": "%s",
              "candidateEmail": "%s"}}
    """
        .formatted(event, world.now(), start, id.value(), SAM);
  }

  private void check() {
    var reached = StateName.of(world.referral(emmas));
    if (reached != state) {
      throw new AssertionError("Came to " + reached + " instead of " + state);
    }
  }

  /// A call as the policy names it, of somebody it names, as it is fit to succeed.
  Ask ask(String call, String who) {
    var words = call.split(" ", 3);
    var ask =
        Ask.of(call)
            .with("id", id(words[1]))
            .with("hrNumber", "E-7")
            .with("payDay", "2026-08-31")
            .with("name", "afas-hrcompmut")
            .with("version", "1")
            .header("Accept", "application/json");
    ask = Cast.called(who).map(ask::by).orElse(ask);
    if (who.equals("candidate")) {
      ask = ask.header("Invitation-Token", world.ports().seals().invitation(emmas, 1));
    }
    var file = Bodies.file(call, this);
    if (file.isPresent()) {
      return ask.header("Content-Type", "text/csv").body(file.get());
    }
    var body = Bodies.of(call, this);
    return body.map(ask::json).orElse(ask);
  }

  private String id(String path) {
    return switch (path) {
      case "/vacancies/{id}" -> "java-engineer";
      case "/programmes/{id}",
          "/programmes/{id}/status",
          "/programmes/{id}/continuation",
          "/programmes/{id}/report",
          "/programmes/{id}/terms",
          "/programmes/{id}/terms/upcoming",
          "/programmes/{id}/terms/{version}" ->
          "programme";
      case "/hr-events/{id}/agreement" -> WAITING;
      case "/payouts/{id}/confirmation",
          "/payouts/{id}/hold",
          "/payouts/{id}/hold-release",
          "/payouts/{id}/corrections" ->
          emmas.value() + "-1";
      default -> emmas.value();
    };
  }
}
