package io.referralflow.architecture.planted.thebusinessknowsonlyitself.reward;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

record StoredReward(AttributeValue item) {}
