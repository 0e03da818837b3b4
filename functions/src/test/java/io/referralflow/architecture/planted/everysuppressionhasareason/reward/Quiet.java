package io.referralflow.architecture.planted.everysuppressionhasareason.reward;

@SuppressWarnings("unused")
final class Quiet {}
