package io.referralflow.function.api;

import io.referralflow.json.FieldError;
import io.referralflow.port.Page;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads which part of a list is asked for.
final class Paging {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
  private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,1024}");
  private static final int USUAL = 20;

  private Paging() {}

  /// Answers with a page, or with what is wrong about the parameters.
  static Answer page(Call call, Function<Page.Request, Answer> handler) {
    var errors = new ArrayList<FieldError>();
    var limit = call.query("limit");
    if (limit.filter(text -> !LIMIT.matcher(text).matches()).isPresent()) {
      errors.add(new FieldError("limit", "out-of-range", "From 1 to 100."));
    }
    var cursor = call.query("cursor");
    if (cursor.filter(text -> !CURSOR.matcher(text).matches()).isPresent()) {
      errors.add(new FieldError("cursor", "format", "Take next of the page before."));
    }
    return errors.isEmpty()
        ? handler.apply(new Page.Request(limit.map(Integer::parseInt).orElse(USUAL), cursor))
        : Answer.wrong(errors);
  }
}
