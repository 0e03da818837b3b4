package io.referralflow.tests.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.tests.barecloud.BareCloud;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What CloudFormation gets to see, after SAM has made resources of its own.
class TransformedTemplateIT {

  private static final String TRANSFORM =
      """
      import json, os
      os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"
      from samtranslator.translator.transform import transform
      from samtranslator.yaml_helper import yaml_parse
      text = open("template.yaml").read()
      # As if `sam package` had been there.
      text = text.replace("CodeUri: functions/", "CodeUri: s3://bucket/functions")
      text = text.replace("DefinitionUri: statemachines/", "DefinitionUri: s3://bucket/")
      class NoPolicies:
          def load(self):
              return {}
      print(json.dumps(transform(yaml_parse(text), {"Stage": "prod"}, NoPolicies())))
      """;

  private static Template transformed;

  @BeforeAll
  static void transform() throws IOException, InterruptedException {
    BareCloud.prepare("cloud_tools");
    Process python =
        new ProcessBuilder(
                BareCloud.PROJECT.resolve(".local/venv-cloud/bin/python").toString(),
                "-c",
                TRANSFORM)
            .directory(Template.PROJECT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String json = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertThat(python.waitFor()).isZero();
    transformed = Template.parse(json);
  }

  @Test
  void nothing_depends_on_itself() {
    assertThat(transformed.resources()).hasSizeGreaterThan(90);
    assertThat(Circles.in(transformed.resources())).isEmpty();
  }

  @Test
  void a_circle_would_be_found() {
    Template harmed =
        transformed.harmed(root ->
            Template.map(Template.at(root, "Resources", "WorkflowFunction", "Properties"))
                .put(
                    "Environment",
                    Map.of("Variables", Map.of("A", Map.of("Ref", "ReferralProcess")))));

    assertThat(Circles.in(harmed.resources()))
        .anyMatch(circle -> circle.contains("WorkflowFunction -> ReferralProcess -> "));
  }

  @Test
  void sam_makes_no_role_with_more_than_it_needs() {
    for (String role : transformed.namesOf("AWS::IAM::Role")) {
      List<String> managed = Template.texts(transformed.properties(role).get("ManagedPolicyArns"));
      assertThat(managed)
          .as(role)
          .allMatch(each -> each.endsWith("AmazonAPIGatewayPushToCloudWatchLogs"));
    }
    assertThat(TemplateRule.ROLES_NAME_WHAT_THEY_TOUCH.brokenIn(transformed)).isEmpty();
  }

  @Test
  void everybody_calls_the_alias() {
    assertThat(transformed.namesOf("AWS::Lambda::Alias")).hasSize(5);
    assertThat(
            Template.references(
                transformed.properties("OutboxFunctionTableChange").get("FunctionName")))
        .containsExactly("OutboxFunctionAliaslive");
    assertThat(
            transformed.namesOf("AWS::Scheduler::Schedule").stream()
                .flatMap(schedule ->
                    Template.references(
                        Template.at(transformed.properties(schedule), "Target", "Arn"))
                        .stream()))
        .containsExactlyInAnyOrder(
            "ApiFunctionAliaslive",
            "HrEventsFunctionAliaslive",
            "OutboxFunctionAliaslive",
            "UpkeepFunctionAliaslive",
            "UpkeepFunctionAliaslive",
            "WorkflowFunctionAliaslive");
  }
}
