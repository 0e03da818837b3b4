package io.referralflow.reward;

/// One part of a reward: its number (from 1, in order of payment), what makes it due, and how much.
public record Instalment(int number, Milestone milestone, Money amount) {

  public Instalment {
    if (number < 1) {
      throw new IllegalArgumentException("Instalments are numbered from 1: " + number);
    }
  }
}
