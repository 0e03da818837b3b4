package io.referralflow.port;

/// A cursor that no list gave, in a request from outside.
public final class BadCursor extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BadCursor() {
    super("Not a cursor of this list");
  }
}
