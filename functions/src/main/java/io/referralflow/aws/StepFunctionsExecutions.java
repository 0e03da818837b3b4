package io.referralflow.aws;

import io.referralflow.port.Executions;
import io.referralflow.referral.ReferralId;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/// Executions of the state machine. One is named after its referral and leg, so that it is started
/// once however often that is asked for.
public final class StepFunctionsExecutions implements Executions {

  private final SfnClient client;
  private final String stateMachineArn;

  public StepFunctionsExecutions(SfnClient client, String stateMachineArn) {
    this.client = client;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public void start(ReferralId id, int leg, String from) {
    try {
      var _ =
          client.startExecution(request ->
              request
                  .stateMachineArn(stateMachineArn)
                  .name(name(id, leg))
                  .input(
                      """
                      {"id":"%s","leg":%d,"from":"%s"}\
                      """
                          .formatted(id.value(), leg, from)));
    } catch (ExecutionAlreadyExistsException started) {
      // Started before: that is what was asked for.
    }
  }

  @Override
  public void stop(ReferralId id, int leg) {
    try {
      var _ =
          client.stopExecution(request ->
              request
                  .executionArn(executionArn(id, leg))
                  .error("Superseded")
                  .cause("A newer leg keeps time for this referral"));
    } catch (ExecutionDoesNotExistException | ValidationException over) {
      // Over (lately or long ago) or never begun: there is nothing to stop.
    }
  }

  @Override
  public boolean wake(String token, String next) {
    try {
      var _ =
          client.sendTaskSuccess(
              request -> request.taskToken(token).output("{\"next\":\"" + next + "\"}"));
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException refused) {
      return false;
    }
  }

  private static String name(ReferralId id, int leg) {
    return id.value() + "-" + leg;
  }

  private String executionArn(ReferralId id, int leg) {
    return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name(id, leg);
  }
}
