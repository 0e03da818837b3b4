package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Accounts.Closing;
import io.referralflow.port.Accounts.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/// Accounts in the pool, call by call.
class CognitoAccountsTest {

  private static final HrNumber FLOOR = new HrNumber("outside-1abc");
  private static final String POOL = "eu-west-1_pool";

  /// A pool that writes down what it is asked, and fails where it is told to.
  private final class Pool implements CognitoIdentityProviderClient {

    private <T> T answer(String name, Object request, T answer) {
      requests.add(request);
      var failure = failures.get(name);
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    @Override
    public AdminCreateUserResponse adminCreateUser(AdminCreateUserRequest request) {
      return answer(
          request.messageActionAsString(), request, AdminCreateUserResponse.builder().build());
    }

    @Override
    public AdminAddUserToGroupResponse adminAddUserToGroup(AdminAddUserToGroupRequest request) {
      return answer("group", request, AdminAddUserToGroupResponse.builder().build());
    }

    @Override
    public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
      return answer("get", request, AdminGetUserResponse.builder().build());
    }

    @Override
    public AdminDeleteUserResponse adminDeleteUser(AdminDeleteUserRequest request) {
      return answer("delete", request, AdminDeleteUserResponse.builder().build());
    }

    @Override
    public String serviceName() {
      return "cognito-idp";
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final List<Object> requests = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new HashMap<>();
  private final CognitoAccounts accounts = new CognitoAccounts(Pool::new, POOL);
  private int closed;

  private Opening open() {
    return accounts.open(FLOOR, "Floor Voorbeeld", new Email("floor@example.org"));
  }

  private static final AdminCreateUserRequest CREATED =
      AdminCreateUserRequest.builder()
          .userPoolId(POOL)
          .username("outside-1abc")
          .messageAction(MessageActionType.SUPPRESS)
          .userAttributes(
              AttributeType.builder().name("email").value("floor@example.org").build(),
              AttributeType.builder().name("email_verified").value("true").build(),
              AttributeType.builder().name("name").value("Floor Voorbeeld").build())
          .build();

  private static final AdminAddUserToGroupRequest GROUPED =
      AdminAddUserToGroupRequest.builder()
          .userPoolId(POOL)
          .username("outside-1abc")
          .groupName("outside-referrer")
          .build();

  private static final AdminCreateUserRequest MAILED =
      AdminCreateUserRequest.builder()
          .userPoolId(POOL)
          .username("outside-1abc")
          .messageAction(MessageActionType.RESEND)
          .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
          .build();

  private static final AdminGetUserRequest LOOKED =
      AdminGetUserRequest.builder().userPoolId(POOL).username("outside-1abc").build();

  @Test
  void an_account_is_in_its_group_before_its_owner_is_told() {
    assertThat(open()).isEqualTo(Opening.OPEN);

    assertThat(requests).containsExactly(CREATED, GROUPED, MAILED);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void one_that_an_earlier_try_made_is_gone_on_with() {
    failures.put("SUPPRESS", UsernameExistsException.builder().build());

    assertThat(open()).isEqualTo(Opening.OPEN);
    assertThat(requests).containsExactly(CREATED, LOOKED, GROUPED, MAILED);
  }

  @Test
  void an_address_with_which_somebody_else_signs_in_is_left_to_them() {
    failures.put("get", UserNotFoundException.builder().build());
    failures.put("SUPPRESS", UsernameExistsException.builder().build());
    assertThat(open()).isEqualTo(Opening.TAKEN);
    assertThat(requests).containsExactly(CREATED, LOOKED);

    failures.put("SUPPRESS", AliasExistsException.builder().build());
    assertThat(open()).isEqualTo(Opening.TAKEN);
  }

  @Test
  void whoever_has_signed_in_needs_no_mail() {
    failures.put("RESEND", UnsupportedUserStateException.builder().build());

    assertThat(open()).isEqualTo(Opening.OPEN);
  }

  @Test
  void nobody_is_told_before_the_account_is_in_its_group() {
    failures.put("group", TooManyRequestsException.builder().build());

    assertThat(open()).isEqualTo(Opening.UNKNOWN);
    assertThat(requests).containsExactly(CREATED, GROUPED);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void what_the_pool_does_not_take_is_refused_and_what_did_not_come_through_is_unknown() {
    failures.put("SUPPRESS", InvalidParameterException.builder().build());
    assertThat(open()).isEqualTo(Opening.REFUSED);
    failures.put("SUPPRESS", SdkClientException.create("Unreachable"));
    assertThat(open()).isEqualTo(Opening.UNKNOWN);
    failures.clear();
    failures.put("RESEND", SdkClientException.create("Unreachable"));
    assertThat(open()).isEqualTo(Opening.UNKNOWN);
  }

  @Test
  void an_account_is_closed_also_when_it_is_gone() {
    assertThat(accounts.close(FLOOR)).isEqualTo(Closing.CLOSED);
    failures.put("delete", UserNotFoundException.builder().build());
    assertThat(accounts.close(FLOOR)).isEqualTo(Closing.CLOSED);
    failures.put("delete", SdkClientException.create("Unreachable"));
    assertThat(accounts.close(FLOOR)).isEqualTo(Closing.UNKNOWN);

    assertThat(requests)
        .hasSize(3)
        .containsOnly(
            AdminDeleteUserRequest.builder().userPoolId(POOL).username("outside-1abc").build());
    assertThat(closed).isEqualTo(3);
  }
}
