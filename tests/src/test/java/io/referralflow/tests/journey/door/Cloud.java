package io.referralflow.tests.journey.door;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The few calls to the local cloud that are not the product's: the bus, a count, a switch.
final class Cloud {

  private final Http http;
  private final URI address;

  Cloud(Http http, URI address) {
    this.http = http;
    this.address = address;
  }

  JsonNode putEvents(Object entries) {
    return call("events", "AWSEvents.PutEvents", "1.1", Map.of("Entries", entries));
  }

  /// Leaves a message in a queue.
  void send(String queue, String message) {
    var _ = queues("SendMessage", Map.of("QueueUrl", address(queue), "MessageBody", message));
  }

  /// Takes every message out of a queue, also those that nobody can see for now.
  void purge(String queue) {
    var _ = queues("PurgeQueue", Map.of("QueueUrl", address(queue)));
  }

  private String address(String queue) {
    return queues("GetQueueUrl", Map.of("QueueName", queue)).path("QueueUrl").asString();
  }

  private JsonNode queues(String operation, Map<String, Object> request) {
    return call("sqs", "AmazonSQS." + operation, "1.0", request);
  }

  /// Changes the directory of people.
  void people(String operation, Map<String, String> who, Map<String, Object> what) {
    var request = new HashMap<String, Object>(who);
    request.putAll(what);
    var _ = directory(operation, request);
  }

  /// Asks the service of directories.
  JsonNode directory(String operation, Map<String, Object> request) {
    return call("cognito-idp", "AWSCognitoIdentityProviderService." + operation, "1.1", request);
  }

  /// The key that everybody may check the tokens of a directory with, as JWKS writes its modulus.
  String publicKey(String pool) {
    var keys = http.json(http.get(address.resolve("/" + pool + "/.well-known/jwks.json")));
    return keys.at("/keys/0/n").asString();
  }

  int count(String table) {
    var count = 0;
    var question = new HashMap<String, Object>(Map.of("TableName", table, "Select", "COUNT"));
    JsonNode page;
    do {
      page = call("dynamodb", "DynamoDB_20120810.Scan", "1.0", question);
      count += page.path("Count").asInt();
      question.put("ExclusiveStartKey", page.path("LastEvaluatedKey"));
    } while (page.has("LastEvaluatedKey"));
    return count;
  }

  void scaleWaits(double scale) {
    var setting = Map.of("stepfunctions._SFN_WAIT_SCALE", scale);
    var _ =
        http.json(
            http.send(
                Http.request(address.resolve("/_ministack/config"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(setting)))
                    .build()));
  }

  private JsonNode call(String service, String target, String version, Object body) {
    return http.json(
        http.send(
            Http.request(address.resolve("/"))
                .header("Content-Type", "application/x-amz-json-" + version)
                .header("X-Amz-Target", target)
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/"
                        + service
                        + "/aws4_request, SignedHeaders=host, Signature=none")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build()));
  }
}
