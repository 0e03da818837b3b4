package io.referralflow.architecture.planted.portsknowonlyconcepts.aws;

public final class DynamoRewards {}
