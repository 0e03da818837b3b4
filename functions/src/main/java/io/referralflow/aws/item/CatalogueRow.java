package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.aws.Key;
import io.referralflow.points.CatalogueItem;
import io.referralflow.points.CatalogueItem.Content;
import io.referralflow.points.CatalogueItem.Words;
import io.referralflow.points.ItemId;
import io.referralflow.reward.RewardKind;
import io.referralflow.staff.EmployeeId;
import java.time.Instant;

/// An item of the catalogue, and the rows that keep who changed it when.
public final class CatalogueRow {

  private static final int SCHEMA_NUMBER = 1;

  private static final String SCHEMA = "schema";
  private static final String ID = "id";
  public static final String VERSION = "version";
  private static final String TITLE_DUTCH = "titleNl";
  private static final String TITLE_ENGLISH = "titleEn";
  private static final String DESCRIPTION_DUTCH = "descriptionNl";
  private static final String DESCRIPTION_ENGLISH = "descriptionEn";
  private static final String PRICE = "price";
  private static final String KIND = "kind";
  public static final String STOCK = "stock";
  private static final String ACTIVE = "active";
  public static final String ORDERED = "ordered";
  private static final String CHANGED_BY = "changedBy";
  private static final String CHANGED_AT = "changedAt";

  private CatalogueRow() {}

  /// An item that is new.
  public static Attributes toItem(CatalogueItem item, EmployeeId by, Instant at) {
    return changed(item, by, at)
        .key(Key.catalogueItem(item.id()))
        .text(ID, item.id().value())
        .number(ORDERED, item.ordered());
  }

  /// What a change sets; what is ordered is not the programme manager's to say.
  public static Attributes changed(CatalogueItem item, EmployeeId by, Instant at) {
    var content = item.content();
    var row =
        Attributes.none()
            .number(SCHEMA, SCHEMA_NUMBER)
            .number(VERSION, item.version())
            .text(TITLE_DUTCH, content.title().dutch())
            .text(TITLE_ENGLISH, content.title().english())
            .text(DESCRIPTION_DUTCH, content.description().dutch())
            .text(DESCRIPTION_ENGLISH, content.description().english())
            .number(PRICE, content.price())
            .constant(KIND, content.kind())
            .flag(ACTIVE, content.active())
            .text(CHANGED_BY, by.value())
            .instant(CHANGED_AT, at);
    return content.stock().map(count -> row.number(STOCK, count)).orElse(row);
  }

  /// The change alone, for ever.
  public static Attributes change(CatalogueItem item, EmployeeId by, Instant at) {
    return changed(item, by, at).key(Key.catalogueChange(item.id(), item.version()));
  }

  public static CatalogueItem fromItem(Attributes item) {
    return new CatalogueItem(
        new ItemId(item.text(ID)),
        item.number(VERSION),
        new Content(
            new Words(item.text(TITLE_DUTCH), item.text(TITLE_ENGLISH)),
            new Words(item.text(DESCRIPTION_DUTCH), item.text(DESCRIPTION_ENGLISH)),
            item.count(PRICE),
            item.constant(KIND, RewardKind.class),
            item.countIfAny(STOCK),
            item.flag(ACTIVE)),
        item.count(ORDERED));
  }
}
