package io.referralflow.aws;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrNumber;
import io.referralflow.port.Accounts;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/// Accounts in the user pool. The user name is the number; the address is an alias that signs in as
/// well. Cognito mails the invitation itself, by the template of the pool.
public final class CognitoAccounts implements Accounts {

  private static final String GROUP = "outside-referrer";

  private final Supplier<CognitoIdentityProviderClient> clients;
  private final String pool;

  /// Accounts of a pool.
  ///
  /// @param clients a new client for each use, since invitations are rare and a function that
  ///   starts should not pay for one
  public CognitoAccounts(Supplier<CognitoIdentityProviderClient> clients, String pool) {
    this.clients = clients;
    this.pool = pool;
  }

  @Override
  public Opening open(HrNumber number, String name, Email email) {
    try (var client = clients.get()) {
      if (!isCreated(client, number, name, email)) {
        return Opening.TAKEN;
      }
      var _ =
          client.adminAddUserToGroup(
              request -> request.userPoolId(pool).username(number.value()).groupName(GROUP));
      invite(client, number);
      return Opening.OPEN;
    } catch (InvalidParameterException refused) {
      return Opening.REFUSED;
    } catch (SdkException unknown) {
      return Opening.UNKNOWN;
    }
  }

  /// Without a mail, and a password that nobody knows. Where the pool says that there is such a
  /// user, it may be this very one, made by a try whose answer was lost, or somebody of this
  /// address.
  private boolean isCreated(
      CognitoIdentityProviderClient client, HrNumber number, String name, Email email) {
    try {
      var _ =
          client.adminCreateUser(request ->
              request
                  .userPoolId(pool)
                  .username(number.value())
                  .messageAction(MessageActionType.SUPPRESS)
                  .userAttributes(
                      attribute("email", email.value()),
                      attribute("email_verified", "true"),
                      attribute("name", name)));
      return true;
    } catch (UsernameExistsException | AliasExistsException there) {
      return isThere(client, number);
    }
  }

  private boolean isThere(CognitoIdentityProviderClient client, HrNumber number) {
    try {
      var _ = client.adminGetUser(request -> request.userPoolId(pool).username(number.value()));
      return true;
    } catch (UserNotFoundException another) {
      return false;
    }
  }

  /// Mails a new password for the first sign-in; whoever has signed in needs none.
  private void invite(CognitoIdentityProviderClient client, HrNumber number) {
    try {
      var _ =
          client.adminCreateUser(request ->
              request
                  .userPoolId(pool)
                  .username(number.value())
                  .messageAction(MessageActionType.RESEND)
                  .desiredDeliveryMediums(DeliveryMediumType.EMAIL));
    } catch (UnsupportedUserStateException signedIn) {
      // That is what the invitation was for.
    }
  }

  @Override
  public Closing close(HrNumber number) {
    try (var client = clients.get()) {
      var _ = client.adminDeleteUser(request -> request.userPoolId(pool).username(number.value()));
      return Closing.CLOSED;
    } catch (UserNotFoundException gone) {
      return Closing.CLOSED;
    } catch (SdkException unknown) {
      return Closing.UNKNOWN;
    }
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
