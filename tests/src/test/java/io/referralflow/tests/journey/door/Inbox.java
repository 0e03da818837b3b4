package io.referralflow.tests.journey.door;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Everybody's mail, oldest first.
public final class Inbox {

  private static final Pattern LINK = Pattern.compile("#/invitation/([A-Za-z0-9_.-]+)");

  private final Http http;
  private final URI address;

  Inbox(Http http, URI site) {
    this.http = http;
    address = site.resolve("/local/mail");
  }

  public List<Mail> all() {
    return http.json(http.get(address)).get("items").valueStream().map(Inbox::mail).toList();
  }

  /// The mails to one address.
  public List<Mail> to(String recipient) {
    return all().stream().filter(mail -> mail.goesTo(recipient)).toList();
  }

  /// All mails about one referral, whoever they go to.
  public List<Mail> about(Referral referral) {
    return all().stream().filter(isAbout(referral)).toList();
  }

  private static Predicate<Mail> isAbout(Referral referral) {
    var number =
        Pattern.compile(
            "(Ontvangstnummer|Receipt number): %1$d\\b|\\bRF-%1$d-".formatted(referral.receipt()));
    return mail -> mail.goesTo(referral.candidate().email()) || number.matcher(mail.text()).find();
  }

  /// The token of the newest link that a candidate was mailed; waits for the mail.
  String token(String candidate) {
    var tokens =
        Patience.until(
            () ->
                to(candidate).stream()
                    .flatMap(mail -> LINK.matcher(mail.text()).results())
                    .map(link -> link.group(1))
                    .toList(),
            found -> !found.isEmpty());
    if (tokens.isEmpty()) {
      throw new AssertionError("No link was mailed to " + candidate);
    }
    return tokens.getLast();
  }

  private static Mail mail(JsonNode item) {
    return new Mail(
        item.get("id").asString(),
        item.get("to").valueStream().map(JsonNode::asString).toList(),
        item.get("subject").asString(),
        item.get("text").asString(),
        item.get("html").asString(),
        java.time.Instant.parse(item.get("at").asString()));
  }
}
