package io.referralflow.tests.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import io.referralflow.tests.journey.door.LocalStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The windows of one test, each with storage of its own, as if on another machine. One browser
/// serves all tests of the JVM. Of a test that failed, the pictures of its windows are kept.
final class Windows implements BeforeEachCallback, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(Windows.class);
  private static final int PATIENCE_MILLIS = 45_000;

  private final List<Window> open = new ArrayList<>();
  private @Nullable Chromium chromium;

  /// On a desk.
  Window desk(String language) {
    return open(language, 1000, 800);
  }

  /// In a hand.
  Window phone(String language) {
    return open(language, 390, 844);
  }

  private Window open(String language, int width, int height) {
    var options =
        new NewContextOptions()
            .setLocale(language)
            .setTimezoneId("Europe/Amsterdam")
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(width, height);
    var context = Objects.requireNonNull(chromium).context(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    var window = new Window(context.newPage(), site());
    open.add(window);
    return window;
  }

  private static URI site() {
    return LocalStack.shared().site();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      for (var window : open) {
        window.keepPicture(
            "failed-%s-%d".formatted(context.getDisplayName(), open.indexOf(window)));
      }
    }
    open.forEach(Window::close);
    open.clear();
  }
}
