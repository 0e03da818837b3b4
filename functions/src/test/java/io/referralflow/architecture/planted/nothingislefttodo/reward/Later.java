package io.referralflow.architecture.planted.nothingislefttodo.reward;

final class Later {
  // TODO pay
}
