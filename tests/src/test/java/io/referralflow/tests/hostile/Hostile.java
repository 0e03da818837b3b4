package io.referralflow.tests.hostile;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes lines that somebody might type to get more out of a letter than text. Each holds a word,
/// so that it is never nothing. The same seed makes the same lines.
final class Hostile {

  private static final List<String> PIECES =
      List.of(
          "<script>alert(1)</script>",
          "</p></td></table><a href=\"https://evil.example\">here</a>",
          "<img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' style='display:none",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "&lt;b&gt;",
          "&#60;b&#62;",
          "&",
          "&copy",
          "<",
          ">",
          "\r\nBcc: victim@evil.example",
          "\nSubject: another",
          "\r",
          "\n\n<html>",
          "\u0000",
          "\u0007\u001b[31m",
          "\u0085",
          "\u2028\u2029",
          "\u202e\u2066",
          "\u200b\ufeff",
          "\ud800",
          "\udfff",
          "https://evil.example/?q=1",
          "www.evil.example",
          "evil.example",
          "javascript:alert(1)",
          "mailto:victim@evil.example",
          "data:text/html,<b>x</b>",
          "{organisation}",
          "{referrer}{",
          "$1\\1${x}",
          "%s%n%d",
          "#{7*7}",
          "{{7*7}}",
          "=?utf-8?q?x?=",
          "<style>*{display:none}</style>",
          "\ud83d\ude00",
          "é",
          "עברית",
          "a".repeat(500));

  private final RandomGenerator random;

  Hostile(RandomGenerator random) {
    this.random = random;
  }

  String line() {
    return "Word "
        + IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
            .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
  }
}
