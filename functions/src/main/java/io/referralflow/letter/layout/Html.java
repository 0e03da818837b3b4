package io.referralflow.letter.layout;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A letter as HTML, written so that it is well-formed XML too: one column that fits a phone,
/// colours for light and dark, no image, no script, nothing fetched from anywhere. Mail programs
/// differ in what they keep of a style sheet, so what must hold stands on the elements; the style
/// sheet only adds dark colours and the phone's layout.
public final class Html {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      @media (max-width: 480px) {
        .around { padding: 0 !important; }
        .card { padding: 24px 20px !important; border-width: 0 !important; border-radius: 0 !important; }
        .footer { padding: 16px 20px 24px !important; }
        .label, .value { display: block !important; width: auto !important; }
        .label { padding: 10px 0 0 !important; border-bottom-width: 0 !important; }
        .value { padding: 0 0 10px !important; }
        .button { display: block !important; }
      }
      @media (prefers-color-scheme: dark) {
        .page { background: #14191a !important; }
        .card { background: #1d2425 !important; border-color: #3a4647 !important; }
        .label, .value { border-color: #3a4647 !important; }
        .ink { color: #e9eeed !important; }
        .muted { color: #aab7b6 !important; }
        .address { color: #86d8cf !important; }
        .button { background: #86d8cf !important; border-color: #86d8cf !important; color: #06201f !important; }
      }
      """;

  private Html() {}

  public static String of(Sheet sheet) {
    var blocks = sheet.blocks().stream().map(Html::html).collect(Collectors.joining("\n"));
    return String.join("\n", head(sheet), top(sheet), blocks, bottom(sheet)) + "\n";
  }

  private static String head(Sheet sheet) {
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="ltr">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="supported-color-schemes" content="light dark"/>
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no"/>
    <title>%s</title>
    <style>
    %s</style>
    </head>\
    """
        .formatted(escaped(sheet.language()), escaped(sheet.subject()), STYLE);
  }

  private static String top(Sheet sheet) {
    return """
    <body class="page" style="margin:0; padding:0; background:#f3f2ee;">
    <div style="display:none; max-height:0; overflow:hidden;">%1$s</div>
    <table role="presentation" class="page" width="100%%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f2ee;">
    <tr><td class="around" align="center" style="padding:24px 12px;">
    <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px; text-align:left; font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size:16px; line-height:1.5; overflow-wrap:anywhere;">
    <tr><td class="card ink" style="padding:32px 36px; background:#ffffff; border:1px solid #d3d9d6; border-radius:8px; color:#1a2223;">
    <p class="muted" style="margin:0 0 8px; font-size:14px; color:#4d5a5b;">%2$s</p>
    <h1 class="ink" style="margin:0 0 20px; font-size:22px; line-height:1.3; color:#1a2223;">%3$s</h1>\
    """
        .formatted(
            escaped(preview(sheet.blocks())), escaped(sheet.sender()), escaped(sheet.subject()));
  }

  private static String bottom(Sheet sheet) {
    return """
    <p style="margin:24px 0 0;">%s<br/>%s</p>
    </td></tr>
    <tr><td class="footer muted" style="padding:16px 36px 24px; font-size:13px; color:#4d5a5b;">%s</td></tr>
    </table>
    </td></tr>
    </table>
    </body>
    </html>\
    """
        .formatted(escaped(sheet.closing()), escaped(sheet.sender()), escaped(sheet.footer()));
  }

  private static String html(Block block) {
    return switch (block) {
      case Block.Paragraph(var text) ->
          "<p style=\"margin:0 0 16px;\">%s</p>".formatted(escaped(text));
      case Block.Heading(var text) ->
          """
          <h2 class="ink" style="margin:28px 0 8px; font-size:18px; line-height:1.3; color:#1a2223;">%s</h2>\
          """
              .formatted(escaped(text));
      case Block.Table(var rows) ->
          """
          <table width="100%%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px; font-size:16px; line-height:1.5;">
          %s
          </table>\
          """
              .formatted(rows.stream().map(Html::row).collect(Collectors.joining("\n")));
      case Block.Button(var label, var address) -> button(label, address);
    };
  }

  private static String row(Block.Row row) {
    return """
    <tr>
    <th scope="row" class="label muted" align="left" valign="top" width="38%%" style="padding:10px 16px 10px 0; border-bottom:1px solid #d3d9d6; font-weight:normal; text-align:left; color:#4d5a5b;">%s</th>
    <td class="value ink" align="left" valign="top" style="padding:10px 0; border-bottom:1px solid #d3d9d6; color:#1a2223;">%s</td>
    </tr>\
    """
        .formatted(escaped(row.label()), value(row));
  }

  private static String value(Block.Row row) {
    return row.note().isEmpty()
        ? escaped(row.value())
        : "<strong>%s</strong><br/>%s".formatted(escaped(row.value()), escaped(row.note()));
  }

  /// The address stands below the button too, for who wants to see where it leads.
  private static String button(String label, URI address) {
    return """
    <p style="margin:24px 0 8px;"><a class="button" href="%1$s" style="display:inline-block; padding:12px 24px; border:1px solid #0b5c5a; border-radius:6px; background:#0b5c5a; color:#ffffff; font-weight:600; text-align:center; text-decoration:none;">%2$s</a></p>
    <p style="margin:0 0 20px; font-size:13px;"><a class="address" href="%1$s" style="color:#0b5c5a;">%1$s</a></p>\
    """
        .formatted(escaped(address.toASCIIString()), escaped(label));
  }

  /// What an inbox shows beside the subject: the first sentences after the greeting.
  private static String preview(List<Block> blocks) {
    return blocks.stream().flatMap(Html::paragraph).skip(1).findFirst().orElse("");
  }

  private static Stream<String> paragraph(Block block) {
    return block instanceof Block.Paragraph(var text) ? Stream.of(text) : Stream.empty();
  }

  /// Safe between tags and between double quotes alike.
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
