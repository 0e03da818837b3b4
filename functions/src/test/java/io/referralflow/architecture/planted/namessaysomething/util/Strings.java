package io.referralflow.architecture.planted.namessaysomething.util;

final class Strings {}
