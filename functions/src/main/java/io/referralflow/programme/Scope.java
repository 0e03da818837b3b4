package io.referralflow.programme;

/// How far a programme reaches among those it is for: everybody, or the people of one department or
/// team as HR's directory names it.
public sealed interface Scope {

  Scope EVERYBODY = new Everybody();

  /// Whether a person belongs to it.
  boolean contains(Standing person);

  /// The wider, the greater.
  int width();

  /// Everybody whom the programme is for.
  record Everybody() implements Scope {

    @Override
    public boolean contains(Standing person) {
      return true;
    }

    @Override
    public int width() {
      return 2;
    }
  }

  /// The people of one department.
  record Department(String name) implements Scope {

    @Override
    public boolean contains(Standing person) {
      return person.department().filter(name::equals).isPresent();
    }

    @Override
    public int width() {
      return 1;
    }
  }

  /// The people of one team.
  record Team(String name) implements Scope {

    @Override
    public boolean contains(Standing person) {
      return person.team().filter(name::equals).isPresent();
    }

    @Override
    public int width() {
      return 0;
    }
  }
}
