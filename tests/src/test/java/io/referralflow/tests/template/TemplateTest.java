package io.referralflow.tests.template;

import static io.referralflow.tests.template.Template.at;
import static io.referralflow.tests.template.Template.list;
import static io.referralflow.tests.template.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The template keeps to every rule, and every rule sees a template that does not.
class TemplateTest {

  private static final Template TEMPLATE = Template.ofProject();

  @ParameterizedTest
  @EnumSource(TemplateRule.class)
  void the_template_keeps_to(TemplateRule rule) {
    assertThat(rule.brokenIn(TEMPLATE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("harms")
  void a_harm_is_seen(Harm harm) {
    Template harmed = TEMPLATE.harmed(harm.done());

    assertThat(harm.rule().brokenIn(harmed)).anyMatch(text -> text.contains(harm.seenAs()));
  }

  @Test
  void every_rule_is_harmed_at_least_once() {
    Set<TemplateRule> harmed =
        harms()
            .map(Harm::rule)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(TemplateRule.class)));

    assertThat(harmed).containsExactlyInAnyOrder(TemplateRule.values());
  }

  @Test
  void a_change_of_the_routes_asks_for_another_deployment() {
    Template changed =
        Template.parse(TEMPLATE.source().replace("HttpMethod: PUT", "HttpMethod: DELETE"));

    assertThat(TemplateRule.THE_DEPLOYMENT_IS_THAT_OF_THE_ROUTES.brokenIn(changed))
        .anyMatch(text -> text.startsWith("name of the deployment is"));
  }

  @Test
  void the_five_functions_are_looked_at() {
    assertThat(TEMPLATE.namesOf("AWS::Serverless::Function"))
        .containsExactly(
            "ApiFunction",
            "HrEventsFunction",
            "WorkflowFunction",
            "OutboxFunction",
            "UpkeepFunction");
  }

  static Stream<Harm> harms() {
    return Stream.of(
        harm(TemplateRule.HANDLERS_AND_CLASSES_ARE_THE_SAME, "handler too many: io.nowhere")
            .by(root -> function(root, "Api").put("Handler", "io.nowhere.Function::handleRequest")),
        harm(TemplateRule.FUNCTIONS_ARE_DESCRIBED_AND_BOUNDED, "ApiFunction has no description")
            .by(root -> function(root, "Api").remove("Description")),
        harm(TemplateRule.FUNCTIONS_ARE_DESCRIBED_AND_BOUNDED, "OutboxFunction has no timeout")
            .by(root -> function(root, "Outbox").remove("Timeout")),
        harm(TemplateRule.FUNCTIONS_ARE_DESCRIBED_AND_BOUNDED, "ApiFunction has no memory")
            .by(root -> map(at(root, "Globals", "Function")).remove("MemorySize")),
        harm(TemplateRule.FUNCTIONS_ARE_DESCRIBED_AND_BOUNDED, "ApiFunction has no role")
            .by(root -> function(root, "Api").remove("Role")),
        harm(TemplateRule.FUNCTIONS_RUN_PUBLISHED_SNAPSHOTS, "ApiFunction SnapStart")
            .by(root -> map(at(root, "Globals", "Function")).remove("SnapStart")),
        harm(TemplateRule.FUNCTIONS_RUN_PUBLISHED_SNAPSHOTS, "UpkeepFunction publishing")
            .by(root -> function(root, "Upkeep").remove("AutoPublishAliasAllProperties")),
        harm(
                TemplateRule.VERSIONS_FOLLOW_EVERY_SETTING,
                "OutboxFunction setting missing: MailSender")
            .by(root ->
                function(root, "Outbox").put("VersionDescription", Map.of("Ref", "Secret"))),
        harm(TemplateRule.LOG_GROUPS_END_AND_BELONG_TO_ONE, "ApiLog is kept for ever")
            .by(root -> properties(root, "ApiLog").remove("RetentionInDays")),
        harm(TemplateRule.LOG_GROUPS_END_AND_BELONG_TO_ONE, "OutboxFunction has no own log group")
            .by(root ->
                function(root, "Outbox")
                    .put("LoggingConfig", Map.of("LogGroup", Map.of("Ref", "ApiLog")))),
        harm(TemplateRule.EVERY_FUNCTION_HAS_ALARMS, "UpkeepFunction has no alarm for Errors")
            .by(root -> resources(root).remove("UpkeepErrorsAlarm")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "no alarm for IteratorAge")
            .by(root -> resources(root).remove("IteratorAgeAlarm")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "Undelivered has no alarm")
            .by(root -> resources(root).remove("UndeliveredAlarm")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "UpkeepLog sets off no alarm")
            .by(root -> resources(root).remove("UpkeepBrakePulls")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "WorkflowLog sets off no alarm")
            .by(root -> resources(root).remove("BrakePulledAlarm")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "ApiLog sets off no alarm")
            .by(root ->
                properties(root, "ApiBrakePulls").put("FilterPattern", "{ $.level = \"ERROR\" }")),
        harm(TemplateRule.WHAT_MUST_NOT_STAY_UNSEEN_HAS_AN_ALARM, "ApiErrorsAlarm tells nobody")
            .by(root -> properties(root, "ApiErrorsAlarm").remove("AlarmActions")),
        harm(TemplateRule.ROLES_NAME_WHAT_THEY_TOUCH, "ApiRole may do dynamodb:*")
            .by(root -> statement(root, "ApiRole", 1).put("Action", "dynamodb:*")),
        harm(TemplateRule.ROLES_NAME_WHAT_THEY_TOUCH, "to everything")
            .by(root -> statement(root, "ApiRole", 1).put("Resource", "*")),
        harm(TemplateRule.ROLES_NAME_WHAT_THEY_TOUCH, "AmazonDynamoDBFullAccess")
            .by(root ->
                properties(root, "ApiRole")
                    .put(
                        "ManagedPolicyArns",
                        List.of("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"))),
        harm(TemplateRule.EACH_FUNCTION_HAS_ITS_OWN_ROLE, "HrEventsFunction shares a role")
            .by(root ->
                function(root, "HrEvents").put("Role", Map.of("Fn::GetAtt", "ApiRole.Arn"))),
        harm(TemplateRule.FUNCTIONS_DO_NOT_REFER_TO_THE_PROCESS, "OutboxFunction refers")
            .by(root ->
                settings(root, "Outbox")
                    .put("STATE_MACHINE_ARN", Map.of("Ref", "ReferralProcess"))),
        harm(
                TemplateRule.NOTHING_DEPENDS_ON_ITSELF,
                "WorkflowFunction -> ReferralProcess -> WorkflowFunction")
            .by(root ->
                function(root, "Workflow")
                    .put(
                        "Environment",
                        Map.of("Variables", Map.of("A", Map.of("Ref", "ReferralProcess"))))),
        harm(
                TemplateRule.SUBSTITUTIONS_ARE_THOSE_OF_THE_MACHINE,
                "substitution too many: WorkflowFunctionAlias")
            .by(root -> properties(root, "ReferralProcess").remove("DefinitionSubstitutions")),
        harm(TemplateRule.SUBSTITUTIONS_ARE_THOSE_OF_THE_MACHINE, "data in the log")
            .by(root ->
                map(properties(root, "ReferralProcess").get("Logging"))
                    .put("IncludeExecutionData", "true")),
        harm(TemplateRule.REFUSALS_READ_LIKE_THE_CONTRACT, "refusal missing: UNAUTHORIZED")
            .by(root -> resources(root).remove("UnauthorizedRefusal")),
        harm(TemplateRule.REFUSALS_READ_LIKE_THE_CONTRACT, "ThrottledRefusal says two states")
            .by(root -> properties(root, "ThrottledRefusal").put("StatusCode", "503")),
        harm(TemplateRule.REFUSALS_READ_LIKE_THE_CONTRACT, "OtherRefusal content type")
            .by(root -> properties(root, "OtherRefusal").remove("ResponseParameters")),
        harm(TemplateRule.REFUSALS_READ_LIKE_THE_CONTRACT, "the contract does not know")
            .by(root ->
                properties(root, "FaultRefusal")
                    .put(
                        "ResponseTemplates",
                        Map.of("application/json", "{\"type\":\"about:blank\"}"))),
        harm(TemplateRule.ROUTES_ARE_THOSE_OF_THE_CONTRACT, "route missing: {proxy+} PUT")
            .by(root -> resources(root).remove("AnyPut")),
        harm(TemplateRule.ROUTES_ARE_THOSE_OF_THE_CONTRACT, "route too many: {proxy+} GET NONE")
            .by(root -> properties(root, "AnyGet").put("AuthorizationType", "NONE")),
        harm(
                TemplateRule.THE_DEPLOYMENT_IS_THAT_OF_THE_ROUTES,
                "part of the deployment missing: AnyGet")
            .by(root ->
                resources(root).values().stream()
                    .filter(each -> "AWS::ApiGateway::Deployment".equals(at(each, "Type")))
                    .forEach(each -> list(at(each, "DependsOn")).remove("AnyGet"))),
        harm(TemplateRule.ACCESS_LOGS_HOLD_NO_PATH_AND_NO_PERSON, "ApiStage logs $context.path")
            .by(root ->
                map(properties(root, "ApiStage").get("AccessLogSetting"))
                    .put("Format", "$context.resourcePath $context.path")),
        harm(TemplateRule.SIGN_IN_BY_PASSWORD_IS_FOR_ONES_OWN_MACHINE, "lets scripts sign in")
            .by(root ->
                properties(root, "SignInClient")
                    .put(
                        "ExplicitAuthFlows",
                        Map.of(
                            "Fn::If",
                            List.of("IsLocal", List.of(), List.of("ALLOW_USER_PASSWORD_AUTH"))))),
        harm(
                TemplateRule.THE_HR_NUMBER_IS_READ_BY_THE_SITE_AND_WRITTEN_BY_NOBODY,
                "lets people write their own")
            .by(root -> properties(root, "SignInClient").remove("WriteAttributes")),
        harm(
                TemplateRule.THE_HR_NUMBER_IS_READ_BY_THE_SITE_AND_WRITTEN_BY_NOBODY,
                "does not read the HR number")
            .by(root ->
                properties(root, "SignInClient").put("ReadAttributes", List.of("email", "name"))),
        harm(
                TemplateRule.THE_HR_NUMBER_IS_READ_BY_THE_SITE_AND_WRITTEN_BY_NOBODY,
                "has no HR number")
            .by(root -> properties(root, "UserPool").remove("Schema")),
        harm(TemplateRule.WHAT_ONLY_AWS_HAS_STANDS_BEHIND_THE_STAGE, "Archive is unknown")
            .by(root -> resources(root).put("Archive", Map.of("Type", "AWS::Events::Archive"))),
        harm(TemplateRule.THE_TABLE_IS_SAFE, "point-in-time recovery")
            .by(root -> properties(root, "Table").remove("PointInTimeRecoverySpecification")),
        harm(TemplateRule.THE_TABLE_IS_SAFE, "deletion protection")
            .by(root -> properties(root, "Table").put("DeletionProtectionEnabled", "false")),
        harm(TemplateRule.WHAT_A_RESTORE_MUST_NOT_UNDO_IS_SAFE_TOO, "its deletion protection")
            .by(root -> properties(root, "KeptTable").put("DeletionProtectionEnabled", "false")),
        harm(TemplateRule.QUEUES_KEEP_FOR_TWO_WEEKS_AND_ENCRYPT, "FailedEvents lock")
            .by(root -> properties(root, "FailedEvents").put("SqsManagedSseEnabled", "false")),
        harm(TemplateRule.WHAT_IS_NOT_WAITED_FOR_ENDS_IN_A_QUEUE, "UpkeepFunction Daily goes to")
            .by(root -> event(root, "Upkeep", "Daily").remove("DeadLetterConfig")),
        harm(TemplateRule.WHAT_IS_NOT_WAITED_FOR_ENDS_IN_A_QUEUE, "HrEventsFunction faults go to")
            .by(root -> function(root, "HrEvents").remove("EventInvokeConfig")),
        harm(TemplateRule.EVENTS_ARE_THOSE_WITH_A_SCHEMA, "event missing: HireCancelled")
            .by(root ->
                list(at(event(root, "HrEvents", "HrReport"), "Pattern", "detail-type"))
                    .remove("HireCancelled")),
        harm(TemplateRule.THE_OUTBOX_SEES_ONLY_WHAT_IT_ACTS_ON, "a record may block")
            .by(root -> event(root, "Outbox", "TableChange").remove("MaximumRecordAgeInSeconds")),
        harm(TemplateRule.OUTPUTS_ARE_THE_AGREED_ONES, "an output is missing")
            .by(root -> map(root.get("Outputs")).remove("ApiUrl")));
  }

  /// A rule, something done to the template, and how the rule should complain.
  record Harm(TemplateRule rule, String seenAs, Consumer<Map<String, Object>> done) {

    Harm by(Consumer<Map<String, Object>> harm) {
      return new Harm(rule, seenAs, harm);
    }

    @Override
    public String toString() {
      return rule + ", " + seenAs;
    }
  }

  private static Harm harm(TemplateRule rule, String seenAs) {
    return new Harm(rule, seenAs, root -> {});
  }

  private static Map<String, Object> resources(Map<String, Object> root) {
    return map(root.get("Resources"));
  }

  private static Map<String, Object> properties(Map<String, Object> root, String name) {
    return map(at(root, "Resources", name, "Properties"));
  }

  private static Map<String, Object> function(Map<String, Object> root, String name) {
    return properties(root, name + "Function");
  }

  private static Map<String, Object> settings(Map<String, Object> root, String name) {
    return map(at(function(root, name), "Environment", "Variables"));
  }

  private static Map<String, Object> event(Map<String, Object> root, String function, String name) {
    return map(at(function(root, function), "Events", name, "Properties"));
  }

  private static Map<String, Object> statement(Map<String, Object> root, String role, int number) {
    return map(
        at(
            properties(root, role),
            "Policies",
            "0",
            "PolicyDocument",
            "Statement",
            Integer.toString(number)));
  }
}
