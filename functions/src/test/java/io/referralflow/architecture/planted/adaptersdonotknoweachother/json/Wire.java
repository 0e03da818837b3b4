package io.referralflow.architecture.planted.adaptersdonotknoweachother.json;

public record Wire(String text) {}
