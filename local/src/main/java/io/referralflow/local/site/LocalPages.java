package io.referralflow.local.site;

import io.referralflow.local.cloud.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// The pages that exist on this machine only: the sent mail, and a desk with the clock on it.
final class LocalPages {

  private static final String LINKS_LEAVE_THE_FRAME = "allow-popups allow-popups-to-escape-sandbox";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private LocalPages() {}

  static Reply desk() {
    return Reply.text("text/html", resource("desk.html"));
  }

  static Reply deskScript() {
    return Reply.text("text/javascript", resource("desk.js"));
  }

  static Reply style() {
    return Reply.text("text/css", resource("local.css"));
  }

  static Reply mail(List<Mail> oldestFirst, ZoneId zone) {
    String letters =
        oldestFirst.reversed().stream()
            .map(mail -> letter(mail, zone))
            .collect(Collectors.joining());
    String page =
        resource("mail.html")
            .replace("{{letters}}", letters.isEmpty() ? "<p>No mail yet.</p>" : letters);
    return Reply.text("text/html", page);
  }

  private static String letter(Mail mail, ZoneId zone) {
    return """
    <article>
      <h2>%s</h2>
      <p>To %s, <time datetime="%s">%s</time></p>
      <iframe loading="lazy" sandbox="%s" title="As sent" srcdoc="%s"></iframe>
      <details><summary>As text</summary><pre>%s</pre></details>
    </article>
    """
        .formatted(
            escape(mail.subject()),
            escape(String.join(", ", mail.to())),
            mail.at(),
            MOMENT.format(mail.at().atZone(zone)),
            LINKS_LEAVE_THE_FRAME,
            escape("<base target='_blank'>" + mail.html()),
            escape(mail.text()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(LocalPages.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
