package io.referralflow.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attributes of a row or of a map inside one, by name. Written by chaining and read by the
/// same words: `text("a", "b")` writes, `text("a")` reads. What is empty is not stored; reading
/// what is not there is a defect unless it is asked for with `…IfAny`.
public final class Attributes {

  private final Map<String, AttributeValue> values;

  private Attributes(Map<String, AttributeValue> values) {
    this.values = values;
  }

  public static Attributes none() {
    return new Attributes(new TreeMap<>());
  }

  public static Attributes of(Map<String, AttributeValue> stored) {
    return new Attributes(new TreeMap<>(stored));
  }

  /// What the SDK wants.
  public Map<String, AttributeValue> values() {
    return Collections.unmodifiableMap(values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Attributes and(Attributes others) {
    var all = new TreeMap<>(values);
    all.putAll(others.values);
    return new Attributes(all);
  }

  public Attributes without(String name) {
    var rest = new TreeMap<>(values);
    rest.remove(name);
    return new Attributes(rest);
  }

  private Attributes with(String name, AttributeValue value) {
    values.put(name, value);
    return this;
  }

  private AttributeValue value(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalStateException("A row lacks " + name));
  }

  public Attributes text(String name, String value) {
    return with(name, AttributeValue.fromS(value));
  }

  public Attributes text(String name, Optional<String> value) {
    return value.map(present -> text(name, present)).orElse(this);
  }

  public String text(String name) {
    return value(name).s();
  }

  public Optional<String> textIfAny(String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
  }

  public Attributes number(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  public long number(String name) {
    return Long.parseLong(value(name).n());
  }

  public int count(String name) {
    return Math.toIntExact(number(name));
  }

  public Optional<Integer> countIfAny(String name) {
    return has(name) ? Optional.of(count(name)) : Optional.empty();
  }

  public Attributes flag(String name, boolean value) {
    return with(name, AttributeValue.fromBool(value));
  }

  public boolean flag(String name) {
    return value(name).bool();
  }

  /// Whether it is there and true.
  public boolean flagIfAny(String name) {
    return has(name) && flag(name);
  }

  public Attributes instant(String name, Instant value) {
    return text(name, value.toString());
  }

  public Attributes instant(String name, Optional<Instant> value) {
    return text(name, value.map(Instant::toString));
  }

  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  public Optional<Instant> instantIfAny(String name) {
    return textIfAny(name).map(Instant::parse);
  }

  public Attributes day(String name, LocalDate value) {
    return text(name, value.toString());
  }

  public Attributes day(String name, Optional<LocalDate> value) {
    return text(name, value.map(LocalDate::toString));
  }

  public LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  public Optional<LocalDate> dayIfAny(String name) {
    return textIfAny(name).map(LocalDate::parse);
  }

  public Attributes duration(String name, Duration value) {
    return text(name, value.toString());
  }

  public Duration duration(String name) {
    return Duration.parse(text(name));
  }

  /// A constant by its name in lower case with dashes; a test pins the spelling of every one.
  public Attributes constant(String name, Enum<?> value) {
    return text(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public Attributes constant(String name, Optional<? extends Enum<?>> value) {
    return value.map(present -> constant(name, present)).orElse(this);
  }

  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    return constant(type, text(name));
  }

  public <E extends Enum<E>> Optional<E> constantIfAny(String name, Class<E> type) {
    return textIfAny(name).map(text -> constant(type, text));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public Attributes map(String name, Attributes value) {
    return with(name, AttributeValue.fromM(value.values()));
  }

  public Attributes map(String name, Optional<Attributes> value) {
    return value.map(present -> map(name, present)).orElse(this);
  }

  public Attributes map(String name) {
    return of(value(name).m());
  }

  public Optional<Attributes> mapIfAny(String name) {
    return has(name) ? Optional.of(map(name)) : Optional.empty();
  }

  public Attributes list(String name, List<Attributes> value) {
    return with(
        name,
        AttributeValue.fromL(
            value.stream().map(each -> AttributeValue.fromM(each.values())).toList()));
  }

  public List<Attributes> list(String name) {
    return value(name).l().stream().map(each -> of(each.m())).toList();
  }

  private static final String PK = "pk";
  private static final String SK = "sk";
  private static final String LIST_KEY = "listKey";
  private static final String LIST_ORDER = "listOrder";
  private static final String OWNER_KEY = "ownerKey";
  private static final String OWNER_ORDER = "ownerOrder";

  /// The names of the two attributes that list a row.
  public static final List<String> LISTED = List.of(LIST_KEY, LIST_ORDER);

  public Attributes key(Key key) {
    return text(PK, key.pk()).text(SK, key.sk());
  }

  public Key key() {
    return new Key(text(PK), text(SK));
  }

  public Attributes listed(Listing listing) {
    return text(LIST_KEY, listing.key()).text(LIST_ORDER, listing.order());
  }

  public Attributes listed(Optional<Listing> listing) {
    return listing.map(this::listed).orElse(this);
  }

  /// The list alone; the place in it stays.
  public Attributes listedIn(String list) {
    return text(LIST_KEY, list);
  }

  public Optional<Listing> listing() {
    return textIfAny(LIST_KEY).map(key -> new Listing(key, text(LIST_ORDER)));
  }

  public Attributes owned(Listing listing) {
    return text(OWNER_KEY, listing.key()).text(OWNER_ORDER, listing.order());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /// Never the values: some are personal data.
  @Override
  public String toString() {
    return "Attributes" + values.keySet();
  }
}
