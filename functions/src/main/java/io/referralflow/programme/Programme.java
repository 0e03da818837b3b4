package io.referralflow.programme;

import io.referralflow.staff.EmployeeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An ongoing programme (S87), or an action that ends (S88).
///
/// @param audience whom it is for
/// @param scope how far it reaches among them
/// @param startsOn the first day on which somebody may refer by it
/// @param endsOn the last such day; only an action has one
/// @param leftOut the vacancies that are not in it (S59)
/// @param terms the numbers of the versions of its own terms, announced ones included, in the order
///   in which they were published; empty where the organisation's terms hold for it
/// @param managedBy who made it, changed it or moved it last, and is told what becomes of it;
///   nobody while it is the standing programme that nobody touched
public record Programme(
    ProgrammeId id,
    String name,
    Audience audience,
    Scope scope,
    LocalDate startsOn,
    Optional<LocalDate> endsOn,
    Set<VacancyId> leftOut,
    Status status,
    List<Integer> terms,
    Optional<EmployeeId> managedBy) {

  /// So many versions of its own terms can be kept with a programme.
  public static final int MOST_TERMS = 40;

  /// The programme that holds until somebody changes it: for the people of the organisation,
  /// without an end.
  public static final Programme STANDING =
      new Programme(
          ProgrammeId.STANDING,
          "Referral programme",
          Audience.INTERNAL,
          Scope.EVERYBODY,
          LocalDate.of(2000, 1, 1),
          Optional.empty(),
          Set.of(),
          Status.PUBLISHED,
          List.of(),
          Optional.empty());

  public Programme {
    leftOut = Set.copyOf(leftOut);
    terms = List.copyOf(terms);
    if (endsOn.filter(startsOn::isAfter).isPresent()) {
      throw new IllegalArgumentException("A programme does not end before it starts");
    }
  }

  /// Where a programme stands. It moves forward, and from a preview back to a draft.
  public enum Status {
    /// Being written; only programme managers see it.
    DRAFT,
    /// To be looked at by whoever has a role; nobody refers by it yet.
    PREVIEW,
    /// People refer by it on its days.
    PUBLISHED,
    /// Nobody refers by it any more. What was referred stays as it was promised.
    RETIRED;

    /// Whether people could ever refer by it.
    public boolean wasPublished() {
      return this == PUBLISHED || this == RETIRED;
    }

    /// Whether a programme may move from here to another status.
    public boolean leadsTo(Status next) {
      return switch (this) {
        case DRAFT -> next == PREVIEW || next == PUBLISHED;
        case PREVIEW -> next == DRAFT || next == PUBLISHED;
        case PUBLISHED -> next == RETIRED;
        case RETIRED -> false;
      };
    }
  }

  /// What a programme manager says of a programme.
  public record Content(
      String name,
      Audience audience,
      Scope scope,
      LocalDate startsOn,
      Optional<LocalDate> endsOn,
      Set<VacancyId> leftOut) {
    public Content {
      leftOut = Set.copyOf(leftOut);
    }
  }

  /// What a programme manager last said of it.
  public Content content() {
    return new Content(name, audience, scope, startsOn, endsOn, leftOut);
  }

  /// Whether it has an end.
  public boolean isAction() {
    return endsOn.isPresent();
  }

  /// Whether it has terms of its own, in force or announced.
  public boolean hasTerms() {
    return !terms.isEmpty();
  }

  /// Whether people refer by it on a day.
  public boolean runsOn(LocalDate day) {
    return status == Status.PUBLISHED
        && !day.isBefore(startsOn)
        && endsOn.filter(day::isAfter).isEmpty();
  }

  /// Whether somebody may know of it: what is published concerns whom it is for, a preview whoever
  /// has a role, a draft programme managers alone.
  ///
  /// @param outside whether the reader is former staff or an outside relation
  /// @param staffed whether the reader has a role
  /// @param manager whether the reader manages programmes
  public boolean concerns(boolean outside, boolean staffed, boolean manager) {
    return manager
        || switch (status) {
          case DRAFT -> false;
          case PREVIEW -> staffed;
          case PUBLISHED, RETIRED -> staffed || audience.admits(outside);
        };
  }

  /// The same with other content.
  Programme with(Content content, EmployeeId by) {
    return new Programme(
        id,
        content.name(),
        content.audience(),
        content.scope(),
        content.startsOn(),
        content.endsOn(),
        content.leftOut(),
        status,
        terms,
        Optional.of(by));
  }

  /// The same in another status.
  Programme in(Status next, EmployeeId by) {
    return new Programme(
        id, name, audience, scope, startsOn, endsOn, leftOut, next, terms, Optional.of(by));
  }

  /// The same with one more version of its own terms.
  Programme promising(int version, EmployeeId by) {
    return new Programme(
        id,
        name,
        audience,
        scope,
        startsOn,
        endsOn,
        leftOut,
        status,
        Stream.concat(terms.stream(), Stream.of(version)).toList(),
        Optional.of(by));
  }

  /// The action as an ongoing programme: it reaches everybody it is for, and has no end (S89). Its
  /// own terms go on with it.
  Programme continued(EmployeeId by) {
    return new Programme(
        id,
        name,
        audience,
        Scope.EVERYBODY,
        startsOn,
        Optional.empty(),
        leftOut,
        status,
        terms,
        Optional.of(by));
  }
}
