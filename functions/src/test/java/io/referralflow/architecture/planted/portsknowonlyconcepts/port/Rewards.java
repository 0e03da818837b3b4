package io.referralflow.architecture.planted.portsknowonlyconcepts.port;

import io.referralflow.architecture.planted.portsknowonlyconcepts.aws.DynamoRewards;

interface Rewards {
  DynamoRewards stored();
}
