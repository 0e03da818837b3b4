package io.referralflow.architecture.planted.nobodyknowsthefunctions.function;

public record Settings(String table) {}
