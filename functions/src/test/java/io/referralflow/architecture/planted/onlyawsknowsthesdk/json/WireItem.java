package io.referralflow.architecture.planted.onlyawsknowsthesdk.json;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

record WireItem(AttributeValue item) {}
