package io.referralflow.local.site;

import com.sun.net.httpserver.Headers;

/// The headers that CloudFront adds on AWS, so that a page that breaks their rules breaks here too.
/// They differ in one word: the addresses that the pages may call.
record SecurityHeaders(String cloud) {

  /// A mail brings its own styles and is shown in a frame that runs no script.
  private static final String LOCAL_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "connect-src 'self'; frame-src 'self'; base-uri 'self'; frame-ancestors 'none'";

  void addTo(Headers headers, String path) {
    headers.set("Content-Security-Policy", path.startsWith("/local") ? LOCAL_PAGES : policy());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
        "Cache-Control",
        path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  }

  private String policy() {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "font-src 'self'; manifest-src 'self'; connect-src 'self' %s; ".formatted(cloud)
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
