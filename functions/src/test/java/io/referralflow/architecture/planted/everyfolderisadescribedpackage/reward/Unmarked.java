package io.referralflow.architecture.planted.everyfolderisadescribedpackage.reward;

final class Unmarked {}
