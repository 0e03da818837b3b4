package io.referralflow.tests.rights;

import io.referralflow.referral.StateName;
import io.referralflow.tests.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Asks companies in every state for what ought to be refused, and looks at what that left behind:
/// a refusal has written no row and sent no mail, tells nothing personal in its answer or the log,
/// and is a problem that the contract knows. Nothing is ever answered with a fault.
final class Refusals {

  private static final Contract CONTRACT = Contract.ofProject();

  /// What is to be found in no refusal and no log.
  private static final List<String> PERSONAL =
      Stream.concat(
              Situation.SECRETS.stream(),
              Stream.of(Situation.SAM, BadRequests.TRACE, "emma@", "Emma Jansen"))
          .toList();

  /// A company with the text of its rows.
  private record Company(Situation situation, String rows, int mails) {}

  private final Function<StateName, Situation> founder;
  private final Function<Situation, String> reader;
  private final Map<StateName, Company> companies = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int refused;
  private int asked;

  private Refusals(Function<StateName, Situation> founder, Function<Situation, String> reader) {
    this.founder = founder;
    this.reader = reader;
  }

  /// Asks companies in memory, in all states, until so many requests were refused.
  static Refusals of(long seed, int enough) {
    var refusals = new Refusals(Situation::of, situation -> situation.world().store().everything());
    refusals.ask(seed, enough, Situation.states());
    return refusals;
  }

  /// Asks one kind of company until so many requests were refused.
  ///
  /// @param founder makes one, again and again
  /// @param reader all rows of one as text
  static Refusals of(
      long seed,
      int enough,
      Function<StateName, Situation> founder,
      Function<Situation, String> reader) {
    var refusals = new Refusals(founder, reader);
    refusals.ask(seed, enough, List.of(StateName.INVITED));
    return refusals;
  }

  private void ask(long seed, int enough, List<StateName> states) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var requests = new BadRequests(random);
    while (refused < enough) {
      ask(states.get(random.nextInt(states.size())), requests);
    }
  }

  private Company company(StateName state) {
    var situation = founder.apply(state);
    var company =
        new Company(
            situation, reader.apply(situation), situation.world().postbox().received().size());
    var _ = situation.door().takeLog();
    return company;
  }

  private void ask(StateName state, BadRequests requests) {
    var company = companies.computeIfAbsent(state, this::company);
    var world = company.situation().world();
    var ask = requests.next(company.situation());
    var reply = ask.at(company.situation().door());
    asked++;
    statuses.merge(reply.status(), 1, Integer::sum);
    if (reply.status() >= 500) {
      complain(ask, reply, "a fault");
    }
    CONTRACT.breaches(ask.answered(reply)).forEach(breach -> complain(ask, reply, breach));
    var written = !reader.apply(company.situation()).equals(company.rows());
    if (reply.status() >= 400) {
      refused++;
      world.settle();
      if (written || world.postbox().received().size() != company.mails()) {
        complain(ask, reply, "something was written or sent");
      }
      personal(reply.body()).forEach(told -> complain(ask, reply, "the answer tells " + told));
    }
    company.situation().door().takeLog().stream()
        .flatMap(Refusals::personal)
        .forEach(told -> complain(ask, reply, "the log tells " + told));
    if (written) {
      companies.remove(state);
    }
  }

  private static Stream<String> personal(String text) {
    return PERSONAL.stream().filter(text::contains);
  }

  private void complain(Ask ask, Ask.Reply reply, String complaint) {
    wrong.add(
        "%s: answered %d %s to %s".formatted(complaint, reply.status(), reply.body(), ask.event()));
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// How many of each kind of refusal there were.
  Map<Integer, Integer> statuses() {
    return Map.copyOf(statuses);
  }

  int refused() {
    return refused;
  }

  int asked() {
    return asked;
  }
}
