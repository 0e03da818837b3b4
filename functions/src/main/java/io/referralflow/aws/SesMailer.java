package io.referralflow.aws;

import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;
import io.referralflow.port.Mailer;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/// Hands letters to SES. Every copy of one notice carries the same reference, in a header that the
/// reader's system can see and in a tag that SES's own events carry. The client it is given must
/// not try again by itself: a letter whose answer was lost may have been handed over.
public final class SesMailer implements Mailer {

  private static final String REFERENCE_HEADER = "X-Reference";
  private static final String REFERENCE_TAG = "reference";

  private final SesV2Client client;
  private final String sender;
  private final String configurationSet;

  public SesMailer(SesV2Client client, String sender, String configurationSet) {
    this.client = client;
    this.sender = sender;
    this.configurationSet = configurationSet;
  }

  @Override
  public Handover send(Email to, Letter letter, String reference) {
    try {
      return new Handover.Accepted(client.sendEmail(request(to, letter, reference)).messageId());
    } catch (AwsServiceException failed) {
      return outcome(failed);
    } catch (SdkException lost) {
      return new Handover.Unknown(lost.getClass().getSimpleName());
    }
  }

  private SendEmailRequest request(Email to, Letter letter, String reference) {
    return SendEmailRequest.builder()
        .fromEmailAddress(sender)
        .configurationSetName(configurationSet)
        .destination(destination -> destination.toAddresses(to.value()))
        .emailTags(MessageTag.builder().name(REFERENCE_TAG).value(tagged(reference)).build())
        .content(content ->
            content.simple(message ->
                message
                    .subject(text(letter.subject()))
                    .body(body -> body.text(text(letter.text())).html(text(letter.html())))
                    .headers(
                        MessageHeader.builder().name(REFERENCE_HEADER).value(reference).build())))
        .build();
  }

  /// A tag holds letters, digits, dashes and underscores only.
  private static String tagged(String reference) {
    return reference.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static Content text(String text) {
    return Content.builder().data(text).charset(StandardCharsets.UTF_8.name()).build();
  }

  /// Only the class of what went wrong: the service's own words may quote an address.
  private static Handover outcome(AwsServiceException failed) {
    var reason = failed.getClass().getSimpleName();
    return switch (failed) {
      case TooManyRequestsException _,
          LimitExceededException _,
          SendingPausedException _,
          AccountSuspendedException _,
          MailFromDomainNotVerifiedException _,
          NotFoundException _ ->
          new Handover.TryLater(reason);
      case MessageRejectedException rejected when isOurFault(rejected) ->
          new Handover.TryLater(reason);
      case MessageRejectedException _, BadRequestException _ -> new Handover.Refused(reason);
      default -> other(failed, reason);
    };
  }

  /// The sender is not verified, or the account still in the sandbox: no word against this letter.
  private static boolean isOurFault(MessageRejectedException rejected) {
    return String.valueOf(rejected.getMessage()).contains("not verified");
  }

  private static Handover other(AwsServiceException failed, String reason) {
    if (failed.isThrottlingException()
        || failed.statusCode() == 401
        || failed.statusCode() == 403) {
      return new Handover.TryLater(reason);
    }
    return failed.statusCode() >= 500 ? new Handover.Unknown(reason) : new Handover.Refused(reason);
  }
}
