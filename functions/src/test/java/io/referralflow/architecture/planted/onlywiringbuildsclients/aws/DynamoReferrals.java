package io.referralflow.architecture.planted.onlywiringbuildsclients.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoReferrals {
  DynamoDbClient client() {
    return DynamoDbClient.create();
  }
}
