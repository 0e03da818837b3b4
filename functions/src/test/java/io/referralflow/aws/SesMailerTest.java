package io.referralflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.referralflow.candidate.Email;
import io.referralflow.letter.Letter;
import io.referralflow.port.Mailer.Handover;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class SesMailerTest {

  private static final Letter LETTER = new Letter("Subject ë", "Text", "<p>Html</p>");

  private record Ses(Function<SendEmailRequest, SendEmailResponse> answer) implements SesV2Client {

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      return answer.apply(request);
    }

    @Override
    public String serviceName() {
      return "ses";
    }

    @Override
    public void close() {}
  }

  private static Handover send(Function<SendEmailRequest, SendEmailResponse> answer) {
    return new SesMailer(new Ses(answer), "referrals@example.com", "mails")
        .send(new Email("sam@example.com"), LETTER, "r1-2.3");
  }

  private static Handover failing(RuntimeException failure) {
    return send(_ -> {
      throw failure;
    });
  }

  @Test
  void a_letter_is_handed_over_whole_with_its_reference() {
    var handover =
        send(request -> {
          assertThat(request.fromEmailAddress()).isEqualTo("referrals@example.com");
          assertThat(request.configurationSetName()).isEqualTo("mails");
          assertThat(request.destination().toAddresses()).containsExactly("sam@example.com");
          var message = request.content().simple();
          assertThat(message.subject().data()).isEqualTo("Subject ë");
          assertThat(message.subject().charset()).isEqualTo("UTF-8");
          assertThat(message.body().text().data()).isEqualTo("Text");
          assertThat(message.body().html().data()).isEqualTo("<p>Html</p>");
          assertThat(message.headers())
              .extracting(header -> header.name() + ": " + header.value())
              .containsExactly("X-Reference: r1-2.3");
          assertThat(request.emailTags())
              .extracting(tag -> tag.name() + "=" + tag.value())
              .containsExactly("reference=r1-2_3");
          return SendEmailResponse.builder().messageId("mail-1").build();
        });

    assertThat(handover).isEqualTo(new Handover.Accepted("mail-1"));
  }

  @Test
  void what_passes_is_tried_later() {
    for (var failure :
        new RuntimeException[] {
          TooManyRequestsException.builder().statusCode(429).build(),
          LimitExceededException.builder().statusCode(400).build(),
          SendingPausedException.builder().statusCode(400).build(),
          AccountSuspendedException.builder().statusCode(400).build(),
          MailFromDomainNotVerifiedException.builder().statusCode(400).build(),
          MessageRejectedException.builder()
              .statusCode(400)
              .message("Email address is not verified: sam@example.com")
              .build(),
          SesV2Exception.builder().statusCode(403).build()
        }) {
      assertThat(failing(failure))
          .isEqualTo(new Handover.TryLater(failure.getClass().getSimpleName()));
    }
  }

  @Test
  void what_the_service_will_never_take_is_refused() {
    assertThat(
            failing(
                MessageRejectedException.builder()
                    .statusCode(400)
                    .message("Address is on the suppression list")
                    .build()))
        .isEqualTo(new Handover.Refused("MessageRejectedException"));
    assertThat(failing(BadRequestException.builder().statusCode(400).build()))
        .isEqualTo(new Handover.Refused("BadRequestException"));
  }

  @Test
  void a_lost_answer_leaves_it_open_whether_the_letter_went() {
    assertThat(failing(SdkClientException.create("Read timed out")))
        .isEqualTo(new Handover.Unknown("SdkClientException"));
    assertThat(failing(SesV2Exception.builder().statusCode(503).build()))
        .isEqualTo(new Handover.Unknown("SesV2Exception"));
  }
}
