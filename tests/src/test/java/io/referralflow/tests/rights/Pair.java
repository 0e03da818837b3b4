package io.referralflow.tests.rights;

import io.referralflow.candidate.Email;
import io.referralflow.candidate.Feedback;
import io.referralflow.candidate.Keep;
import io.referralflow.candidate.Language;
import io.referralflow.function.ApiDoor;
import io.referralflow.invitation.AnswerInvitation.Answer;
import io.referralflow.letter.Letter;
import io.referralflow.referral.ReferralId;
import io.referralflow.referral.RejectionReason;
import io.referralflow.scenario.Programme;
import io.referralflow.scenario.World;
import io.referralflow.screening.DecideReferral.Decision;
import io.referralflow.staff.Caller;
import io.referralflow.staff.Employee;
import io.referralflow.staff.EmployeeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// The same story told twice: Emma refers somebody who is known to the company in some way, and
/// somebody who is not; all else is equal, to the letter and the millisecond. What Emma reads, is
/// sent and is refused must be the same text, and the stores must have been asked the same.
final class Pair {

  /// How the candidate is known.
  enum Known {
    /// Joris referred them, and whatever came of it.
    REFERRED,
    /// Joris referred them, and their data is gone.
    ERASED,
    /// Three colleagues referred them.
    REFERRED_BY_SEVERAL,
    /// They work here.
    EMPLOYEE
  }

  /// What can happen in a story; each may be refused.
  enum Step {
    ACCEPT,
    DECLINE,
    WITHDRAW,
    ADVANCE,
    REJECT,
    TAKE_BACK,
    AGAIN,
    OTHER_ACCEPTS,
    OTHER_WITHDRAWS,
    OTHER_ADVANCES,
    OTHER_REJECTED,
    A_DAY,
    A_FORTNIGHT
  }

  private static final List<Step> OF_OTHERS =
      List.of(Step.OTHER_ACCEPTS, Step.OTHER_WITHDRAWS, Step.OTHER_ADVANCES, Step.OTHER_REJECTED);

  private static final String TARGET = "robin@example.org";
  private static final String STRANGER = "alexa@example.org";

  /// What Emma got to know, and what the stores were asked on her calls.
  record Transcript(List<String> read, List<String> asked) {}

  /// One world of the two.
  private static final class Told {
    private final List<String> asked = new ArrayList<>();
    private final boolean leaky;
    private final World world =
        World.on("2026-03-02T09:15", ports -> Counting.of(ports, this::heard));
    private final ApiDoor door = new ApiDoor(world.ports());
    private final List<String> read = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final List<ReferralId> others = new ArrayList<>();
    private final String other;
    private @Nullable ReferralId emmas;

    Told(String other, boolean leaky) {
      this.other = other;
      this.leaky = leaky;
    }

    private void heard(String call) {
      asked.add(call);
      if (leaky && call.equals("ids.nextReferral") && other.equals(TARGET)) {
        asked.add("candidates.find");
      }
    }

    private ReferralId emmas() {
      return Objects.requireNonNull(emmas);
    }

    void before(Known known, RandomGenerator random) {
      switch (known) {
        case REFERRED -> {
          others.add(world.refers(Cast.JORIS, other, Programme.JAVA_ENGINEER));
          for (var i = random.nextInt(4); i > 0; i--) {
            otherStep(OF_OTHERS.get(random.nextInt(OF_OTHERS.size())));
          }
        }
        case ERASED -> {
          others.add(world.refers(Cast.JORIS, other, Programme.JAVA_ENGINEER));
          world.pass(Duration.ofDays(43));
        }
        case REFERRED_BY_SEVERAL -> {
          for (var who : List.of(Cast.JORIS, Cast.KARIN, Cast.PETRA)) {
            others.add(world.refers(who, other, Programme.JAVA_ENGINEER));
          }
        }
        case EMPLOYEE ->
            others.add(
                world.refers(employee(other), "somebody@example.org", Programme.JAVA_ENGINEER));
      }
    }

    private static Caller employee(String address) {
      return new Caller(
          new Employee(
              new EmployeeId("robin"), "Robin", new Email(address), Language.NL, Optional.empty()),
          Set.of());
    }

    /// Emma refers the candidate.
    void submit() {
      var reply = emma(submission());
      emmas = new ReferralId(reply.json().get("id").asString());
      look();
    }

    private static Ask submission() {
      return Ask.of("POST /referrals")
          .json(
              """
              {"vacancyId": "java-engineer", "candidate": {"name": "Robin", "email": "%s"}}
              """
                  .formatted(TARGET));
    }

    void step(Step step) {
      switch (step) {
        case ACCEPT -> answer(emmas(), new Answer.Accept(Feedback.REASON, Keep.PROCEDURE));
        case DECLINE -> answer(emmas(), new Answer.Decline());
        case WITHDRAW -> answer(emmas(), new Answer.Withdraw());
        case ADVANCE -> decide(emmas(), new Decision.Advance());
        case REJECT -> decide(emmas(), new Decision.Reject(RejectionReason.SALARY));
        case TAKE_BACK -> {
          var _ = emma(Ask.of("POST /referrals/{id}/withdrawal").with("id", emmas().value()));
        }
        case AGAIN -> {
          var _ = emma(submission());
        }
        case A_DAY -> world.pass(Duration.ofDays(1));
        case A_FORTNIGHT -> world.pass(Duration.ofDays(14));
        default -> otherStep(step);
      }
      look();
    }

    private void otherStep(Step step) {
      for (var id : others) {
        switch (step) {
          case OTHER_ACCEPTS -> answer(id, new Answer.Accept(Feedback.STAGE, Keep.YEAR));
          case OTHER_WITHDRAWS -> answer(id, new Answer.Withdraw());
          case OTHER_ADVANCES -> decide(id, new Decision.Advance());
          default -> decide(id, new Decision.Reject(RejectionReason.SKILLS));
        }
      }
    }

    private void answer(ReferralId id, Answer answer) {
      var _ = world.answer(id, answer);
    }

    private void decide(ReferralId id, Decision decision) {
      var _ = world.decide(Cast.RUBEN, id, decision);
    }

    private void look() {
      world.settle();
      var _ = emma(Ask.of("GET /referrals"));
      var _ = emma(Ask.of("GET /referrals/{id}").with("id", emmas().value()));
    }

    private Ask.Reply emma(Ask ask) {
      asked.clear();
      var reply = ask.by(Cast.EMMA).at(door);
      counted.add(ask.method() + ask.path() + " " + asked);
      read.add(reply.status() + " " + new TreeMap<>(reply.headers()) + " " + reply.body());
      return reply;
    }

    private static String words(Letter letter) {
      return letter.subject() + letter.text() + letter.html();
    }

    Transcript transcript() {
      world.postbox().received().stream()
          .filter(mail -> mail.to().equals(Cast.EMMA.employee().email()))
          .forEach(mail -> read.add(mail.at() + " " + words(mail.letter())));
      return new Transcript(List.copyOf(read), List.copyOf(counted));
    }
  }

  /// What a story was, for a person to follow.
  record Story(Known known, List<Step> steps, Transcript ofKnown, Transcript ofUnknown) {}

  private Pair() {}

  static Story of(long seed) {
    return of(seed, false);
  }

  /// A story of a product that asks the stores once more about whom somebody else referred.
  static Story ofALeak(long seed) {
    return of(seed, true);
  }

  private static Story of(long seed, boolean leaky) {
    var random = random(seed);
    var known = Known.values()[random.nextInt(Known.values().length)];
    var before = random.nextLong();
    var steps = new ArrayList<Step>();
    for (var i = 2 + random.nextInt(6); i > 0; i--) {
      steps.add(Step.values()[random.nextInt(Step.values().length)]);
    }
    var story = new Before(known, before, List.copyOf(steps));
    return new Story(
        known, story.steps(), told(TARGET, story, leaky), told(STRANGER, story, leaky));
  }

  private record Before(Known known, long seed, List<Step> steps) {}

  private static Transcript told(String other, Before story, boolean leaky) {
    var told = new Told(other, leaky);
    told.before(story.known(), random(story.seed()));
    told.submit();
    story.steps().forEach(told::step);
    return told.transcript();
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
