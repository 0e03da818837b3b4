package io.referralflow.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What API Gateway refuses by itself is a problem of the contract, too.
class GatewayRefusalsTest {

  private static final Schemas SCHEMAS = Schemas.in(ProjectFiles.openapi());

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void each_is_a_problem_with_the_status_that_it_says(String name, JsonNode properties) {
    var body = properties.at("/ResponseTemplates/application~1json").asString();
    var problem = ProjectFiles.json(body.replace("$context.requestId", "3f6a-8c1e"));

    assertThat(SCHEMAS.errors("/components/schemas/Problem", problem)).isEmpty();
    assertThat(problem.get("status").asString()).isEqualTo(properties.get("StatusCode").asString());
    assertThat(problem.get("instance").asString()).isEqualTo("urn:request:3f6a-8c1e");
  }

  @Test
  void every_status_that_the_contract_speaks_of_is_among_them() {
    assertThat(
            refusals().map(refusal -> ((JsonNode) refusal.get()[1]).get("StatusCode").asString()))
        .containsAll(List.of("401", "403", "404", "413", "429", "500"));
  }

  static Stream<Arguments> refusals() {
    return ProjectFiles.template()
        .get("Resources")
        .propertyStream()
        .filter(
            it -> it.getValue().get("Type").asString().equals("AWS::ApiGateway::GatewayResponse"))
        .map(it -> Arguments.of(it.getKey(), it.getValue().get("Properties")));
  }
}
