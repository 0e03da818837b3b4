package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.Listing;
import io.referralflow.aws.item.ColleagueItem;
import io.referralflow.aws.item.ReportItem;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Transacted.Step;
import io.referralflow.candidate.PersonKey;
import io.referralflow.directory.Colleague;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Directory;
import io.referralflow.port.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// HR's directory in the table. The row of a person decides which address is theirs; the rows by
/// address only lead to it.
final class DynamoDirectory implements Directory {

  /// Each change takes three writes at most, and a transaction a hundred.
  private static final int TOGETHER = 33;

  private static final String EVENT = "event";

  /// Nothing else was stored since.
  private static final Condition SAME_VERSION = new Condition("#version = :version");

  private final Table table;

  DynamoDirectory(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Colleague> find(HrNumber number) {
    return table.get(Key.colleague(number)).map(ColleagueItem::fromItem);
  }

  @Override
  public Map<HrNumber, Colleague> findAll(List<HrNumber> numbers) {
    return table.getAll(numbers.stream().map(Key::colleague).toList(), true).stream()
        .map(ColleagueItem::fromItem)
        .collect(Collectors.toMap(Colleague::number, Function.identity()));
  }

  @Override
  public List<Colleague> at(PersonKey address) {
    var keys =
        table.query(Key.colleagueAddresses(address)).stream()
            .map(ColleagueItem::number)
            .map(Key::colleague)
            .toList();
    return table.getAll(keys, true).stream()
        .filter(
            row -> row.textIfAny(ColleagueItem.ADDRESS).filter(address.value()::equals).isPresent())
        .map(ColleagueItem::fromItem)
        .sorted(Comparator.comparing(colleague -> colleague.number().value()))
        .toList();
  }

  @Override
  public Page<Colleague> list(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.colleagues(), true, page, ColleagueItem::fromItem);
  }

  @Override
  public Page<Colleague> invited(Page.Request page) {
    return Pages.of(table, Index.LIST, Listing.invited(), true, page, ColleagueItem::fromItem);
  }

  @Override
  public Saving save(Change change, Optional<Heard> event) {
    var steps = steps(change);
    event.ifPresent(heard ->
        steps.add(new Step<>(EVENT, new Write.Put(ColleagueItem.seen(heard), Condition.ABSENT))));
    return switch (table.transact(steps)) {
      case Transacted.Done<String> _ -> Saving.SAVED;
      case Transacted.Refused<String>(var found) when stands(found, change) -> Saving.SAVED;
      case Transacted.Refused<String>(var found) when found.containsKey(EVENT) ->
          isSame(event, found.getOrDefault(EVENT, Optional.empty()))
              ? Saving.SEEN
              : Saving.CONFLICT;
      case Transacted.Refused<String> _ -> Saving.STALE;
    };
  }

  /// What stands in the way is this very change, written by a try whose answer was lost.
  private static boolean stands(Map<String, Optional<Attributes>> found, Change change) {
    return found
        .getOrDefault(row(change), Optional.empty())
        .map(ColleagueItem::fromItem)
        .equals(Optional.of(change.after().stored()));
  }

  private static boolean isSame(Optional<Heard> event, Optional<Attributes> seen) {
    return seen.map(row -> row.text(ReportItem.BODY_HASH)).equals(event.map(Heard::bodyHash));
  }

  @Override
  public List<HrNumber> saveAll(List<Change> changes) {
    var stale = new ArrayList<HrNumber>();
    for (var from = 0; from < changes.size(); from += TOGETHER) {
      stale.addAll(saveTogether(changes.subList(from, Math.min(from + TOGETHER, changes.size()))));
    }
    return stale;
  }

  /// What is refused is left out, and the others are tried again.
  private List<HrNumber> saveTogether(List<Change> changes) {
    var stale = new ArrayList<HrNumber>();
    var left = List.copyOf(changes);
    while (!left.isEmpty()) {
      switch (table.transact(left.stream().flatMap(change -> steps(change).stream()).toList())) {
        case Transacted.Done<String> _ -> {
          return stale;
        }
        case Transacted.Refused<String>(var found) -> {
          left.stream()
              .filter(change -> found.containsKey(row(change)) && !stands(found, change))
              .map(change -> change.after().number())
              .forEach(stale::add);
          left = left.stream().filter(change -> !found.containsKey(row(change))).toList();
        }
      }
    }
    return stale;
  }

  private static String row(Change change) {
    return "row " + change.after().number().value();
  }

  /// The row, and the rows by address.
  private static List<Step<String>> steps(Change change) {
    var number = change.after().number();
    var version = change.before().version();
    var steps = new ArrayList<Step<String>>();
    steps.add(
        new Step<>(
            row(change),
            new Write.Put(
                ColleagueItem.toItem(change.after().stored(), change.is()),
                version == 0
                    ? Condition.ABSENT
                    : SAME_VERSION.with(
                        Attributes.none().number(ColleagueItem.VERSION, version)))));
    if (!change.was().equals(change.is())) {
      change
          .is()
          .ifPresent(address ->
              steps.add(
                  new Step<>(
                      "is", new Write.Put(ColleagueItem.at(address, number), Condition.NONE))));
      change
          .was()
          .ifPresent(address ->
              steps.add(
                  new Step<>(
                      "was",
                      new Write.Delete(Key.colleagueAddress(address, number), Condition.NONE))));
    }
    return steps;
  }
}
