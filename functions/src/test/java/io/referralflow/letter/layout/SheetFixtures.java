package io.referralflow.letter.layout;

import java.util.List;

final class SheetFixtures {

  private SheetFixtures() {}

  static Sheet with(Block... blocks) {
    return new Sheet("en", "Subject", "Example", List.of(blocks), "Regards,", "Footer");
  }
}
