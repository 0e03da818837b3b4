package io.referralflow.architecture.planted.onlykeyknowsthekeygrammar.aws;

final class DynamoReferrals {
  String key(String id) {
    return "REFERRAL#" + id;
  }
}
