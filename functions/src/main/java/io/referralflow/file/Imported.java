package io.referralflow.file;

import java.util.List;

/// What became of a file.
///
/// @param made how many things are new
/// @param changed how many are known otherwise than before
/// @param unchanged how many lines said what was known
/// @param refused the lines that were not taken; in whole mode nothing was taken if there are any,
///   unless a line was overtaken while the others were written
/// @param <B> the reasons why a line cannot be taken
public record Imported<B>(int made, int changed, int unchanged, List<Refusal<B>> refused) {

  public Imported {
    refused = List.copyOf(refused);
  }

  /// A line that cannot be taken.
  ///
  /// @param line its number in the file
  public record Refusal<B>(long line, B because) {}

  /// Nothing was taken.
  public static <B> Imported<B> none(List<Refusal<B>> refused) {
    return new Imported<>(0, 0, 0, refused);
  }
}
