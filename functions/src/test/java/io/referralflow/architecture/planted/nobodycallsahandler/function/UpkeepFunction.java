package io.referralflow.architecture.planted.nobodycallsahandler.function;

final class UpkeepFunction {
  private final ApiFunction api = new ApiFunction();

  ApiFunction api() {
    return api;
  }
}
