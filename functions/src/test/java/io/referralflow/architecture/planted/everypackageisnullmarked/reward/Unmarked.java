package io.referralflow.architecture.planted.everypackageisnullmarked.reward;

final class Unmarked {}
