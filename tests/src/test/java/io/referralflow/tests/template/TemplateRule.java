package io.referralflow.tests.template;

import static io.referralflow.tests.template.Template.at;
import static io.referralflow.tests.template.Template.list;
import static io.referralflow.tests.template.Template.map;
import static io.referralflow.tests.template.Template.references;
import static io.referralflow.tests.template.Template.text;
import static io.referralflow.tests.template.Template.texts;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the template has to keep to. A rule names each place that breaks it; none is what we want.
enum TemplateRule {
  HANDLERS_AND_CLASSES_ARE_THE_SAME((template, broken) -> {
    Set<String> named = new TreeSet<>();
    for (String name : functions(template)) {
      named.add(text(template.function(name).get("Handler")));
    }
    Set<String> existing = new TreeSet<>();
    filesIn("functions/src/main/java/io/referralflow/function")
        .map(path -> path.getFileName().toString())
        .filter(file -> file.endsWith("Function.java"))
        .map(file -> file.substring(0, file.length() - ".java".length()))
        .forEach(file -> existing.add("io.referralflow.function." + file + "::handleRequest"));
    differences(existing, named, "handler", broken);
  }),

  FUNCTIONS_ARE_DESCRIBED_AND_BOUNDED((template, broken) -> {
    for (String name : functions(template)) {
      Map<String, Object> function = template.function(name);
      expect(!text(function.get("Description")).isBlank(), name + " has no description", broken);
      expect(number(function.get("Timeout")) > 0, name + " has no timeout", broken);
      expect(number(function.get("MemorySize")) > 0, name + " has no memory", broken);
      expect(
          !properties(template, name).containsKey("Policies")
              && properties(template, name).containsKey("Role"),
          name + " has no role of its own making",
          broken);
    }
  }),

  FUNCTIONS_RUN_PUBLISHED_SNAPSHOTS((template, broken) -> {
    for (String name : functions(template)) {
      Map<String, Object> function = template.function(name);
      equal(text(function.get("Runtime")), "java25", name + " runtime", broken);
      equal(text(function.get("CodeUri")), "functions/", name + " code", broken);
      equal(list(function.get("Architectures")), List.of("arm64"), name + " machine", broken);
      equal(
          text(at(function, "SnapStart", "ApplyOn")),
          "PublishedVersions",
          name + " SnapStart",
          broken);
      equal(text(function.get("AutoPublishAlias")), "live", name + " alias", broken);
      equal(
          text(function.get("AutoPublishAliasAllProperties")),
          "true",
          name + " publishing on any change",
          broken);
    }
  }),

  /// CloudFormation sees names of parameters and resources, not values, when SAM decides about a
  /// new version. The version's description holds the values.
  VERSIONS_FOLLOW_EVERY_SETTING((template, broken) -> {
    for (String name : functions(template)) {
      Map<String, Object> own =
          map(at(template.resource(name), "Properties", "Environment", "Variables"));
      Set<String> settings = new TreeSet<>(references(own));
      settings.remove("Stage");
      settings.removeIf(each -> each.startsWith("AWS::"));
      Set<String> followed =
          new TreeSet<>(references(properties(template, name).get("VersionDescription")));
      differences(settings, followed, name + " setting", broken);
    }
  }),

  LOG_GROUPS_END_AND_BELONG_TO_ONE((template, broken) -> {
    Set<String> used = new TreeSet<>();
    for (String name : functions(template)) {
      Set<String> group = references(at(template.function(name), "LoggingConfig", "LogGroup"));
      expect(group.size() == 1 && used.addAll(group), name + " has no own log group", broken);
      equal(
          text(at(template.function(name), "LoggingConfig", "LogFormat")),
          "JSON",
          name + " log format",
          broken);
    }
    for (String name : template.namesOf("AWS::Logs::LogGroup")) {
      expect(
          number(properties(template, name).get("RetentionInDays")) > 0,
          name + " is kept for ever",
          broken);
    }
  }),

  EVERY_FUNCTION_HAS_ALARMS((template, broken) -> {
    for (String function : functions(template)) {
      for (String metric : List.of("Errors", "Throttles")) {
        expect(
            hasAlarm(template, "AWS/Lambda", metric, function),
            function + " has no alarm for " + metric,
            broken);
      }
    }
  }),

  WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM((template, broken) -> {
    Map.of(
            "ExecutionsFailed", "ReferralProcess",
            "ExecutionsTimedOut", "ReferralProcess",
            "IteratorAge", "OutboxFunction")
        .forEach((metric, resource) ->
            expect(
                hasAlarm(template, "AWS/", metric, resource),
                resource + " has no alarm for " + metric,
                broken));
    for (String queue : template.namesOf("AWS::SQS::Queue")) {
      expect(
          hasAlarm(template, "AWS/SQS", "ApproximateNumberOfMessagesVisible", queue),
          queue + " has no alarm",
          broken);
    }
    for (String log : List.of("ApiLog", "WorkflowLog", "UpkeepLog")) {
      expect(
          brakeMetrics(template, log).anyMatch(metric -> hasAlarm(template, metric)),
          log + " sets off no alarm when the brake is pulled",
          broken);
    }
    for (String alarm : template.namesOf("AWS::CloudWatch::Alarm")) {
      expect(
          references(properties(template, alarm).get("AlarmActions")).contains("AlarmTopic"),
          alarm + " tells nobody",
          broken);
    }
  }),

  /// Resources that cannot be named in a policy are listed here, one by one.
  ROLES_NAME_WHAT_THEY_TOUCH((template, broken) -> {
    Set<String> without =
        Set.of(
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery");
    for (String role : template.namesOf("AWS::IAM::Role")) {
      for (Object policy : list(properties(template, role).get("Policies"))) {
        for (Object statement : list(at(policy, "PolicyDocument", "Statement"))) {
          boolean everything = list(at(statement, "Resource")).contains("*");
          for (Object action : list(at(statement, "Action"))) {
            expect(!text(action).contains("*"), role + " may do " + action, broken);
            expect(
                !everything || without.contains(text(action)),
                role + " may do " + action + " to everything",
                broken);
          }
          expect(at(statement, "NotAction") == null, role + " uses NotAction", broken);
          expect(at(statement, "NotResource") == null, role + " uses NotResource", broken);
        }
      }
    }
    texts(template.resources()).stream()
        .filter(text -> text.contains("FullAccess") || text.contains("AdministratorAccess"))
        .forEach(text -> broken.accept("a policy that allows too much: " + text));
  }),

  EACH_FUNCTION_HAS_ITS_OWN_ROLE((template, broken) -> {
    Set<String> used = new LinkedHashSet<>();
    for (String name : functions(template)) {
      Set<String> role = references(properties(template, name).get("Role"));
      expect(used.addAll(role), name + " shares a role", broken);
    }
  }),

  FUNCTIONS_DO_NOT_REFER_TO_THE_PROCESS((template, broken) -> {
    for (String name : functions(template)) {
      expect(
          !references(template.resource(name)).contains("ReferralProcess"),
          name + " refers to the process that refers to a function",
          broken);
    }
  }),

  NOTHING_DEPENDS_ON_ITSELF((template, broken) -> {
    for (String circle : Circles.in(template.resources())) {
      broken.accept(circle);
    }
  }),

  SUBSTITUTIONS_ARE_THOSE_OF_THE_MACHINE((template, broken) -> {
    for (String name : template.namesOf("AWS::Serverless::StateMachine")) {
      Map<String, Object> process = properties(template, name);
      Set<String> given = new TreeSet<>(map(process.get("DefinitionSubstitutions")).keySet());
      Set<String> used = new TreeSet<>();
      Pattern.compile("\\$\\{(\\w+)}")
          .matcher(Template.read(text(process.get("DefinitionUri"))))
          .results()
          .forEach(place -> used.add(place.group(1)));
      differences(given, used, "substitution", broken);
      equal(
          text(at(process, "Logging", "IncludeExecutionData")),
          "false",
          name + " data in the log",
          broken);
      equal(text(at(process, "Logging", "Level")), "ALL", name + " log level", broken);
    }
  }),

  REFUSALS_READ_LIKE_THE_CONTRACT((template, broken) -> {
    Set<String> types = new TreeSet<>();
    Set<String> problems =
        new TreeSet<>(
            texts(
                at(
                    Template.parse(Template.read("openapi.yaml")).root(),
                    "components",
                    "schemas",
                    "ProblemType",
                    "enum")));
    for (String name : template.namesOf("AWS::ApiGateway::GatewayResponse")) {
      Map<String, Object> refusal = properties(template, name);
      types.add(text(refusal.get("ResponseType")));
      Map<String, Object> headers = map(refusal.get("ResponseParameters"));
      equal(
          text(headers.get("gatewayresponse.header.Content-Type")),
          "'application/problem+json'",
          name + " content type",
          broken);
      expect(
          references(headers.get("gatewayresponse.header.Access-Control-Allow-Origin"))
              .contains("SiteUrl"),
          name + " is not for the site to read",
          broken);
      String body = text(at(refusal, "ResponseTemplates", "application/json"));
      String status = text(refusal.get("StatusCode"));
      expect(body.contains("\"status\":" + status + ","), name + " says two states", broken);
      expect(
          problems.stream().anyMatch(type -> body.contains("\"type\":\"" + type + "\"")),
          name + " has a type that the contract does not know",
          broken);
      expect(
          body.contains("\"instance\":\"urn:request:$context.requestId\""),
          name + " cannot be found in the log",
          broken);
    }
    differences(
        new TreeSet<>(
            List.of(
                "ACCESS_DENIED",
                "BAD_REQUEST_BODY",
                "BAD_REQUEST_PARAMETERS",
                "DEFAULT_4XX",
                "DEFAULT_5XX",
                "EXPIRED_TOKEN",
                "INTEGRATION_FAILURE",
                "INTEGRATION_TIMEOUT",
                "MISSING_AUTHENTICATION_TOKEN",
                "QUOTA_EXCEEDED",
                "REQUEST_TOO_LARGE",
                "RESOURCE_NOT_FOUND",
                "THROTTLED",
                "UNAUTHORIZED",
                "UNSUPPORTED_MEDIA_TYPE",
                "WAF_FILTERED")),
        types,
        "refusal",
        broken);
  }),

  ROUTES_ARE_THOSE_OF_THE_CONTRACT((template, broken) -> {
    Set<String> routes = new TreeSet<>();
    for (String name : template.namesOf("AWS::ApiGateway::Method")) {
      Map<String, Object> method = properties(template, name);
      String resource = references(method.get("ResourceId")).iterator().next();
      routes.add(
          text(properties(template, resource).get("PathPart"))
              + " "
              + text(method.get("HttpMethod"))
              + " "
              + text(method.get("AuthorizationType")));
    }
    Set<String> wanted = new TreeSet<>();
    Map<String, Object> contract = Template.parse(Template.read("openapi.yaml")).root();
    map(contract.get("paths"))
        .forEach((path, operations) -> {
          boolean invitation = path.startsWith("/invitation");
          String part = invitation ? path.substring(path.lastIndexOf('/') + 1) + " " : "{proxy+} ";
          wanted.add(part + "OPTIONS NONE");
          map(operations).keySet().stream()
              .filter(key -> Set.of("get", "post", "put", "patch", "delete").contains(key))
              .forEach(key ->
                  wanted.add(
                      part
                          + key.toUpperCase(Locale.ROOT)
                          + (invitation ? " NONE" : " COGNITO_USER_POOLS")));
        });
    differences(wanted, routes, "route", broken);
  }),

  /// A deployment freezes routes and refusals, so that a change of them needs another deployment.
  THE_DEPLOYMENT_IS_THAT_OF_THE_ROUTES((template, broken) -> {
    Pattern name = Pattern.compile("ApiDeployment[0-9a-f]{8}");
    String source = template.source();
    String section =
        source.substring(source.indexOf("  # -- Entry points"), source.indexOf("  # -- Functions"));
    String wanted =
        "ApiDeployment" + hash(name.matcher(section).replaceAll("ApiDeployment")).substring(0, 8);
    List<String> deployments = template.namesOf("AWS::ApiGateway::Deployment");
    equal(deployments, List.of(wanted), "name of the deployment", broken);
    Set<String> waitsFor = new TreeSet<>();
    for (String each : deployments) {
      list(template.resource(each).get("DependsOn")).forEach(other -> waitsFor.add(text(other)));
    }
    Set<String> all = new TreeSet<>(template.namesOf("AWS::ApiGateway::Method"));
    all.addAll(template.namesOf("AWS::ApiGateway::GatewayResponse"));
    differences(all, waitsFor, "part of the deployment", broken);
  }),

  ACCESS_LOGS_HOLD_NO_PATH_AND_NO_PERSON((template, broken) -> {
    for (String name : template.namesOf("AWS::ApiGateway::Stage")) {
      Map<String, Object> stage = properties(template, name);
      String format = text(at(stage, "AccessLogSetting", "Format"));
      expect(format.contains("$context.resourcePath"), name + " logs no route", broken);
      for (String secret : List.of("$context.path", "identity", "authorizer", "$input")) {
        expect(!format.contains(secret), name + " logs " + secret, broken);
      }
      for (Object settings : list(stage.get("MethodSettings"))) {
        equal(text(at(settings, "LoggingLevel")), "OFF", name + " execution log", broken);
        equal(text(at(settings, "DataTraceEnabled")), "false", name + " trace", broken);
      }
    }
  }),

  SIGN_IN_BY_PASSWORD_IS_FOR_ONES_OWN_MACHINE((template, broken) -> {
    for (String name : template.namesOf("AWS::Cognito::UserPoolClient")) {
      Object flows = properties(template, name).get("ExplicitAuthFlows");
      equal(text(at(flows, "Fn::If", "0")), "IsLocal", name + " flows depend on", broken);
      expect(
          texts(at(flows, "Fn::If", "2")).equals(List.of("ALLOW_REFRESH_TOKEN_AUTH")),
          name + " lets scripts sign in outside of one's own machine",
          broken);
      equal(
          list(properties(template, name).get("AllowedOAuthFlows")),
          List.of("code"),
          name + " flow",
          broken);
      equal(text(properties(template, name).get("GenerateSecret")), "false", name, broken);
    }
    equal(
        at(template.root(), "Conditions", "IsLocal"),
        Map.of("Fn::Equals", List.of(Map.of("Ref", "Stage"), "local")),
        "IsLocal",
        broken);
  }),

  /// Without the attribute nobody sees what was entered for them by their HR number; whoever could
  /// write it would be anybody.
  THE_HR_NUMBER_IS_READ_BY_THE_SITE_AND_WRITTEN_BY_NOBODY((template, broken) -> {
    for (String name : template.namesOf("AWS::Cognito::UserPool")) {
      expect(
          list(properties(template, name).get("Schema")).stream()
              .anyMatch(attribute -> "hrNumber".equals(text(at(attribute, "Name")))),
          name + " has no HR number",
          broken);
    }
    for (String name : template.namesOf("AWS::Cognito::UserPoolClient")) {
      expect(
          texts(properties(template, name).get("ReadAttributes")).contains("custom:hrNumber"),
          name + " does not read the HR number",
          broken);
      Object written = properties(template, name).get("WriteAttributes");
      expect(
          written != null && !texts(written).contains("custom:hrNumber"),
          name + " lets people write their own HR number",
          broken);
    }
  }),

  /// What a local cloud does not know would make it refuse the whole change set.
  WHAT_ONLY_AWS_HAS_STANDS_BEHIND_THE_STAGE((template, broken) -> {
    Set<String> onlyAws =
        Set.of(
            "AWS::Events::Archive",
            "AWS::StepFunctions::StateMachineVersion",
            "AWS::StepFunctions::StateMachineAlias");
    template
        .resources()
        .forEach((name, resource) ->
            expect(
                !onlyAws.contains(text(at(resource, "Type"))) || at(resource, "Condition") != null,
                name + " is unknown to the local cloud",
                broken));
  }),

  THE_TABLE_IS_SAFE((template, broken) -> {
    equal(
        text(template.resource("Table").get("DeletionPolicy")),
        "RetainExceptOnCreate",
        "what becomes of the table",
        broken);
    equal(
        text(template.resource("Secret").get("DeletionPolicy")),
        "Retain",
        "what becomes of the secret",
        broken);
    Map<String, Object> table = properties(template, "Table");
    equal(
        at(table, "DeletionProtectionEnabled"),
        Map.of("Fn::If", List.of("IsProd", "true", "false")),
        "deletion protection",
        broken);
    equal(
        text(at(table, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")),
        "true",
        "point-in-time recovery",
        broken);
    equal(text(table.get("BillingMode")), "PAY_PER_REQUEST", "billing", broken);
    equal(text(at(table, "StreamSpecification", "StreamViewType")), "NEW_IMAGE", "stream", broken);
    equal(
        text(at(table, "TimeToLiveSpecification", "AttributeName")),
        "expiresAt",
        "time to live",
        broken);
    equal(
        list(table.get("GlobalSecondaryIndexes")).stream()
            .map(index -> text(at(index, "IndexName")))
            .toList(),
        List.of("owner-index", "list-index"),
        "indexes",
        broken);
  }),

  WHAT_A_RESTORE_MUST_NOT_UNDO_IS_SAFE_TOO((template, broken) -> {
    equal(
        text(template.resource("KeptTable").get("DeletionPolicy")),
        "RetainExceptOnCreate",
        "what becomes of the table beside the one",
        broken);
    Map<String, Object> kept = properties(template, "KeptTable");
    equal(
        at(kept, "DeletionProtectionEnabled"),
        Map.of("Fn::If", List.of("IsProd", "true", "false")),
        "its deletion protection",
        broken);
    equal(
        text(at(kept, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")),
        "true",
        "its point-in-time recovery",
        broken);
    equal(text(kept.get("BillingMode")), "PAY_PER_REQUEST", "its billing", broken);
    equal(
        text(at(kept, "TimeToLiveSpecification", "AttributeName")),
        "expiresAt",
        "its time to live",
        broken);
  }),

  QUEUES_KEEP_FOR_TWO_WEEKS_AND_ENCRYPT((template, broken) -> {
    List<String> queues = template.namesOf("AWS::SQS::Queue");
    equal(queues, List.of("Undelivered", "FailedEvents"), "queues", broken);
    for (String queue : queues) {
      Map<String, Object> properties = properties(template, queue);
      equal(number(properties.get("MessageRetentionPeriod")), 14 * 86400, queue + " days", broken);
      equal(text(properties.get("SqsManagedSseEnabled")), "true", queue + " lock", broken);
    }
  }),

  WHAT_IS_NOT_WAITED_FOR_ENDS_IN_A_QUEUE((template, broken) -> {
    for (String function : functions(template)) {
      map(at(template.function(function), "Events"))
          .forEach((name, event) -> {
            boolean stream = text(at(event, "Type")).equals("DynamoDB");
            Object rest =
                stream
                    ? at(event, "Properties", "DestinationConfig", "OnFailure")
                    : at(event, "Properties", "DeadLetterConfig");
            equal(
                references(rest),
                Set.of(stream ? "FailedEvents" : "Undelivered"),
                function + " " + name + " goes to",
                broken);
            if (!stream) {
              equal(
                  references(at(template.function(function), "EventInvokeConfig")),
                  Set.of("FailedEvents"),
                  function + " faults go to",
                  broken);
            }
          });
    }
  }),

  EVENTS_ARE_THOSE_WITH_A_SCHEMA((template, broken) -> {
    Set<String> taken = new TreeSet<>();
    for (String function : functions(template)) {
      map(at(template.function(function), "Events"))
          .values()
          .forEach(event -> taken.addAll(texts(at(event, "Properties", "Pattern", "detail-type"))));
    }
    Set<String> described = new TreeSet<>();
    filesIn("events")
        .filter(path -> Files.exists(path.resolve("1.schema.json")))
        .forEach(path -> described.add(inCapitals(path.getFileName().toString())));
    differences(described, taken, "event", broken);
  }),

  THE_OUTBOX_SEES_ONLY_WHAT_IT_ACTS_ON((template, broken) -> {
    Object mapping = at(template.function("OutboxFunction"), "Events", "TableChange", "Properties");
    equal(
        texts(at(mapping, "FunctionResponseTypes")),
        List.of("ReportBatchItemFailures"),
        "batch answers",
        broken);
    equal(text(at(mapping, "BisectBatchOnFunctionError")), "true", "bisecting", broken);
    expect(number(at(mapping, "MaximumRecordAgeInSeconds")) > 0, "a record may block", broken);
    equal(list(at(mapping, "FilterCriteria", "Filters")).size(), 2, "filters", broken);
  }),

  OUTPUTS_ARE_THE_AGREED_ONES((template, broken) ->
      expect(
          map(template.root().get("Outputs"))
              .keySet()
              .containsAll(
                  Set.of(
                      "ApiUrl",
                      "SiteUrl",
                      "UserPoolId",
                      "UserPoolClientId",
                      "SignInIssuer",
                      "SignInDomain",
                      "TableName",
                      "BusName",
                      "StateMachineArn",
                      "SiteBucket")),
          "an output is missing",
          broken));

  @SuppressWarnings("ImmutableEnumChecker") // All of them are lambdas that capture nothing.
  private final BiConsumer<Template, Consumer<String>> rule;

  TemplateRule(BiConsumer<Template, Consumer<String>> rule) {
    this.rule = rule;
  }

  List<String> brokenIn(Template template) {
    List<String> broken = new ArrayList<>();
    rule.accept(template, broken::add);
    return broken;
  }

  private static List<String> functions(Template template) {
    return template.namesOf("AWS::Serverless::Function");
  }

  private static Map<String, Object> properties(Template template, String name) {
    return template.properties(name);
  }

  /// The metrics that count in a log how often the brake was pulled.
  private static Stream<Object> brakeMetrics(Template template, String log) {
    return template.namesOf("AWS::Logs::MetricFilter").stream()
        .map(template::properties)
        .filter(filter ->
            references(filter.get("LogGroupName")).contains(log)
                && "{ $.what = \"brake-pulled\" }".equals(filter.get("FilterPattern")))
        .flatMap(
            filter -> Stream.ofNullable(at(filter, "MetricTransformations", "0", "MetricName")));
  }

  private static boolean hasAlarm(Template template, Object metric) {
    return template.namesOf("AWS::CloudWatch::Alarm").stream()
        .map(template::properties)
        .anyMatch(alarm ->
            "ReferralFlow".equals(alarm.get("Namespace"))
                && metric.equals(alarm.get("MetricName")));
  }

  private static boolean hasAlarm(Template template, String namespace, String metric, String of) {
    return template.namesOf("AWS::CloudWatch::Alarm").stream()
        .map(template::properties)
        .anyMatch(alarm ->
            text(alarm.get("Namespace")).startsWith(namespace)
                && metric.equals(alarm.get("MetricName"))
                && references(alarm.get("Dimensions")).contains(of));
  }

  private static void expect(boolean right, String otherwise, Consumer<String> broken) {
    if (!right) {
      broken.accept(otherwise);
    }
  }

  private static void equal(
      @Nullable Object found, Object wanted, String what, Consumer<String> broken) {
    expect(wanted.equals(found), what + " is " + found + ", not " + wanted, broken);
  }

  private static void differences(
      Set<String> wanted, Set<String> found, String what, Consumer<String> broken) {
    wanted.stream()
        .filter(each -> !found.contains(each))
        .forEach(each -> broken.accept(what + " missing: " + each));
    found.stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> broken.accept(what + " too many: " + each));
  }

  private static int number(@Nullable Object value) {
    return text(value).matches("\\d{1,9}") ? Integer.parseInt(text(value)) : 0;
  }

  private static Stream<Path> filesIn(String folder) {
    try (Stream<Path> files = Files.list(Template.PROJECT.resolve(folder))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inCapitals(String kebab) {
    return Pattern.compile("(?:^|-)(\\w)")
        .matcher(kebab)
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
