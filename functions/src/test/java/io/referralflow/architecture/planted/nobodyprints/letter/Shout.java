package io.referralflow.architecture.planted.nobodyprints.letter;

final class Shout {
  void shout(String text) {
    System.out.println(text);
  }
}
