package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The chain of a referral's facts: each row carries a hash over the hash before it and over all
/// its own attributes, known to this version or not. The snapshot keeps the last one. Whoever
/// changes, removes, swaps or inserts a fact, or cuts off the end, breaks it.
public final class Chain {

  /// What the first fact is chained to.
  public static final String BEGINNING = "";

  private static final String HASH = "hash";

  private Chain() {}

  /// The row with its hash.
  public static Attributes link(String previous, Attributes fact) {
    return fact.and(Attributes.none().text(HASH, hash(previous, fact)));
  }

  public static String hash(Attributes fact) {
    return fact.text(HASH);
  }

  /// Whether these rows, in the order of their keys, are all facts that were written, as they were
  /// written.
  ///
  /// @param lastFact the number of the last fact, as the snapshot says
  /// @param lastHash the hash of the last fact, as the snapshot says
  public static boolean isWhole(List<Attributes> facts, long lastFact, String lastHash) {
    var previous = BEGINNING;
    var number = 0L;
    for (var fact : facts) {
      number++;
      if (fact.key().number() != number
          || !fact.textIfAny(HASH).equals(Optional.of(hash(previous, fact.without(HASH))))) {
        return false;
      }
      previous = hash(fact);
    }
    return number == lastFact && previous.equals(lastHash);
  }

  private static String hash(String previous, Attributes fact) {
    var text = new StringBuilder();
    write(text, previous);
    write(text, fact.values());
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java knows SHA-256", impossible);
    }
  }

  /// Every text is preceded by its length, so that no two rows are written alike.
  private static void write(StringBuilder to, String text) {
    to.append(text.length()).append(':').append(text);
  }

  private static void write(StringBuilder to, Map<String, AttributeValue> values) {
    to.append('M').append(values.size()).append(':');
    new TreeMap<>(values)
        .forEach((name, value) -> {
          write(to, name);
          write(to, value);
        });
  }

  private static void write(StringBuilder to, AttributeValue value) {
    switch (value.type()) {
      case S -> write(to.append('S'), value.s());
      case N -> write(to.append('N'), value.n());
      case BOOL -> to.append(value.bool() ? "T" : "F");
      case NUL -> to.append('0');
      case M -> write(to, value.m());
      case L -> {
        to.append('L').append(value.l().size()).append(':');
        value.l().forEach(each -> write(to, each));
      }
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("No fact holds a value of type " + value.type());
    }
  }
}
