package io.referralflow.function;

import java.util.Map;

/// What a function is told by its environment, read once. A setting that a function needs and does
/// not find stops it from starting.
record Settings(Map<String, String> variables) {

  Settings {
    variables = Map.copyOf(variables);
  }

  static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  String tableName() {
    return required("TABLE_NAME");
  }

  /// The small table that a restore of the table does not reach.
  String keptTableName() {
    return required("KEPT_TABLE_NAME");
  }

  String secretId() {
    return required("SECRET_ID");
  }

  /// The site's origin, without a slash at its end.
  String siteUrl() {
    return required("SITE_URL");
  }

  String mailSender() {
    return required("MAIL_SENDER");
  }

  String mailConfigurationSet() {
    return required("MAIL_CONFIGURATION_SET");
  }

  String stateMachineArn() {
    return required("STATE_MACHINE_ARN");
  }

  String userPoolId() {
    return required("USER_POOL_ID");
  }

  String userPoolClientId() {
    return required("USER_POOL_CLIENT_ID");
  }

  private String required(String name) {
    var value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }
}
