package io.referralflow.points;

import io.referralflow.reward.RewardKind;
import java.util.Optional;

/// Something that points are exchanged for. An order pins what it was when it was ordered, so that
/// a change never touches an order.
///
/// @param version counts the changes, from 1
/// @param ordered how many were ordered and not cancelled
public record CatalogueItem(ItemId id, long version, Content content, int ordered) {

  /// The most points that one item can cost.
  public static final int DEAREST = 1_000_000;

  /// The largest stock that is counted.
  public static final int LARGEST_STOCK = 1_000_000;

  /// As many items as a catalogue has, retired ones included.
  public static final int MOST = 200;

  /// A text in both languages.
  public record Words(String dutch, String english) {}

  /// What the programme manager says of an item.
  ///
  /// @param price in points
  /// @param stock how many there were in all since the item was made; empty where there is no end
  ///   to them
  /// @param active whether it can be ordered; else it is retired
  public record Content(
      Words title,
      Words description,
      int price,
      RewardKind kind,
      Optional<Integer> stock,
      boolean active) {

    public Content {
      if (price < 1 || price > DEAREST) {
        throw new IllegalArgumentException("From 1 to " + DEAREST + " points: " + price);
      }
      if (!isExchanged(kind)) {
        throw new IllegalArgumentException("Points are not exchanged for " + kind);
      }
      if (stock.filter(count -> count < 0 || count > LARGEST_STOCK).isPresent()) {
        throw new IllegalArgumentException("From 0 to " + LARGEST_STOCK + ": " + stock);
      }
    }
  }

  /// Whether points can be exchanged for a kind of reward: for neither money nor points.
  public static boolean isExchanged(RewardKind kind) {
    return kind != RewardKind.MONEY && kind != RewardKind.POINTS;
  }

  /// An item that nobody has ordered.
  public static CatalogueItem made(ItemId id, Content content) {
    return new CatalogueItem(id, 1, content, 0);
  }

  public CatalogueItem with(Content other) {
    return new CatalogueItem(id, version + 1, other, ordered);
  }

  /// One more was ordered, or one less where an order was cancelled.
  public CatalogueItem ordered(int change) {
    return new CatalogueItem(id, version, content, ordered + change);
  }

  /// How many are left; empty where there is no end to them.
  public Optional<Integer> available() {
    return content.stock().map(count -> Math.max(0, count - ordered));
  }

  public boolean isSoldOut() {
    return available().filter(left -> left == 0).isPresent();
  }
}
