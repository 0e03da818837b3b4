package io.referralflow.aws.table;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.aws.table.Table.Index;
import io.referralflow.aws.table.Table.Place;
import io.referralflow.port.BadCursor;
import io.referralflow.port.Page;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Cuts a list of the table into pages. A cursor is the place of the last row of a page, opaque to
/// whoever carries it. Which list it belongs to is not in it but comes from the question, so that a
/// forged one leads nowhere else.
final class Pages {

  /// What separates the parts of a cursor; no key or order holds it before the last part.
  private static final String SEPARATOR = "\n";

  private static final int PARTS = 3;
  private static final int LONGEST = 4000;

  private Pages() {}

  static <T> Page<T> of(
      Table table,
      Index index,
      String list,
      boolean ascending,
      Page.Request request,
      Function<Attributes, T> read) {
    var rows =
        rows(
            table, index, list, ascending, request.limit() + 1, request.cursor().map(Pages::place));
    var isLast = rows.size() <= request.limit();
    var part = isLast ? rows : rows.subList(0, request.limit());
    return new Page<>(
        part.stream().map(read).toList(),
        isLast ? Optional.empty() : Optional.of(cursor(index, part.getLast())));
  }

  /// The service refuses a place that is none.
  private static List<Attributes> rows(
      Table table, Index index, String list, boolean ascending, int limit, Optional<Place> after) {
    try {
      return table.list(index, list, ascending, limit, after);
    } catch (DynamoDbException refused) {
      if (after.isPresent() && refused.statusCode() == 400 && isInvalid(refused)) {
        throw new BadCursor();
      }
      throw refused;
    }
  }

  private static boolean isInvalid(DynamoDbException refused) {
    return "ValidationException".equals(refused.awsErrorDetails().errorCode());
  }

  private static String cursor(Index index, Attributes row) {
    var place = row.key();
    var text = String.join(SEPARATOR, place.pk(), place.sk(), row.text(index.order));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Place place(String cursor) {
    var parts = decoded(cursor).split(SEPARATOR, PARTS);
    if (parts.length != PARTS || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
      throw new BadCursor();
    }
    return new Place(new Key(parts[0], parts[1]), parts[2]);
  }

  private static String decoded(String cursor) {
    if (cursor.length() > LONGEST) {
      throw new BadCursor();
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException forged) {
      throw new BadCursor();
    }
  }
}
