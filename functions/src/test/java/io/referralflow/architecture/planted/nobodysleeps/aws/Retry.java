package io.referralflow.architecture.planted.nobodysleeps.aws;

final class Retry {
  void pause() throws InterruptedException {
    Thread.sleep(10);
  }
}
