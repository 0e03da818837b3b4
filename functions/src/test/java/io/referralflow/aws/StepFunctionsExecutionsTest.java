package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.referralflow.referral.FactFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class StepFunctionsExecutionsTest {

  private static final String MACHINE =
      "arn:aws:states:eu-west-1:000000000000:stateMachine:referralflow-test-referral";

  private record Machine(List<Object> requests, Optional<RuntimeException> failure)
      implements SfnClient {

    private void received(Object request) {
      requests.add(request);
      failure.ifPresent(thrown -> {
        throw thrown;
      });
    }

    @Override
    public StartExecutionResponse startExecution(StartExecutionRequest request) {
      received(request);
      return StartExecutionResponse.builder().build();
    }

    @Override
    public StopExecutionResponse stopExecution(StopExecutionRequest request) {
      received(request);
      return StopExecutionResponse.builder().build();
    }

    @Override
    public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
      received(request);
      return SendTaskSuccessResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }

  private final List<Object> requests = new ArrayList<>();

  private StepFunctionsExecutions executions() {
    return new StepFunctionsExecutions(new Machine(requests, Optional.empty()), MACHINE);
  }

  private StepFunctionsExecutions failing(RuntimeException failure) {
    return new StepFunctionsExecutions(new Machine(requests, Optional.of(failure)), MACHINE);
  }

  @Test
  void a_leg_is_started_under_its_own_name() {
    executions().start(FactFixtures.REFERRAL, 2, "hire");

    assertThat(requests)
        .containsExactly(
            StartExecutionRequest.builder()
                .stateMachineArn(MACHINE)
                .name("r0000000000000000000000017-2")
                .input("{\"id\":\"r0000000000000000000000017\",\"leg\":2,\"from\":\"hire\"}")
                .build());
  }

  @Test
  void a_leg_that_was_started_or_stopped_before_is_left_alone() {
    failing(ExecutionAlreadyExistsException.builder().build())
        .start(FactFixtures.REFERRAL, 1, "invitation");
    failing(ExecutionDoesNotExistException.builder().build()).stop(FactFixtures.REFERRAL, 1);

    assertThat(requests).hasSize(2);
  }

  @Test
  void a_leg_is_stopped_by_its_arn() {
    executions().stop(FactFixtures.REFERRAL, 1);

    assertThat(((StopExecutionRequest) requests.getFirst()).executionArn())
        .isEqualTo(
            "arn:aws:states:eu-west-1:000000000000:execution:referralflow-test-referral"
                + ":r0000000000000000000000017-1");
  }

  @Test
  void a_waiting_step_is_woken_with_its_answer() {
    assertThat(executions().wake("token", "screening")).isTrue();

    assertThat(requests)
        .containsExactly(
            SendTaskSuccessRequest.builder()
                .taskToken("token")
                .output("{\"next\":\"screening\"}")
                .build());
  }

  @Test
  void a_refused_token_is_no_error() {
    for (var refusal :
        List.<RuntimeException>of(
            TaskTimedOutException.builder().build(),
            TaskDoesNotExistException.builder().build(),
            InvalidTokenException.builder().build())) {
      assertThat(failing(refusal).wake("token", "screening")).isFalse();
    }
  }

  @Test
  void an_outage_is_an_error() {
    var outage = SdkClientException.create("Unreachable");

    assertThatThrownBy(() -> failing(outage).start(FactFixtures.REFERRAL, 1, "hire"))
        .isSameAs(outage);
    assertThatThrownBy(() -> failing(outage).stop(FactFixtures.REFERRAL, 1)).isSameAs(outage);
    assertThatThrownBy(() -> failing(outage).wake("token", "hire")).isSameAs(outage);
  }
}
