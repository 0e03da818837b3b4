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

  /// Each mail is shown in a frame of its own; a browser is slow with hundreds of them.
  private static final int MAILS_ON_A_PAGE = 50;

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

  /// One page of the mail, newest first.
  ///
  /// @param number the page, from 1, the newest mail on the first
  static Reply mail(List<Mail> oldestFirst, int number, ZoneId zone) {
    String letters =
        oldestFirst.reversed().stream()
            .skip((number - 1L) * MAILS_ON_A_PAGE)
            .limit(MAILS_ON_A_PAGE)
            .map(mail -> letter(mail, zone))
            .collect(Collectors.joining());
    int pages = Math.ceilDiv(oldestFirst.size(), MAILS_ON_A_PAGE);
    String page =
        resource("mail.html")
            .replace("{{letters}}", letters.isEmpty() ? "<p>No mail here.</p>" : letters)
            .replace("{{pages}}", pages(number, pages));
    return Reply.text("text/html", page);
  }

  private static String pages(int number, int pages) {
    return pages <= 1
        ? ""
        : "<nav aria-label=\"Pages\">%s Page %d of %d %s</nav>"
            .formatted(
                number > 1 ? "<a href=\"?page=%d\">Newer</a>".formatted(number - 1) : "",
                number,
                pages,
                number < pages ? "<a href=\"?page=%d\">Older</a>".formatted(number + 1) : "");
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
