package io.referralflow.architecture.planted.onlysettingsreadstheenvironment.function;

import org.jspecify.annotations.Nullable;

final class Wiring {
  @Nullable String table() {
    return System.getenv("TABLE_NAME");
  }
}
