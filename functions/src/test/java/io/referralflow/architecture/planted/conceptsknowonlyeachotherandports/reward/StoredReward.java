package io.referralflow.architecture.planted.conceptsknowonlyeachotherandports.reward;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

record StoredReward(AttributeValue item) {}
