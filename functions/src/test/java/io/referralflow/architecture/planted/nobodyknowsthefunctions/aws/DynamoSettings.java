package io.referralflow.architecture.planted.nobodyknowsthefunctions.aws;

import io.referralflow.architecture.planted.nobodyknowsthefunctions.function.Settings;

record DynamoSettings(Settings settings) {}
