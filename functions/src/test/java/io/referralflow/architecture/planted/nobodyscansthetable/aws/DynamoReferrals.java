package io.referralflow.architecture.planted.nobodyscansthetable.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoReferrals {
  int count(DynamoDbClient client) {
    return client.scan(request -> request.tableName("referrals")).count();
  }
}
