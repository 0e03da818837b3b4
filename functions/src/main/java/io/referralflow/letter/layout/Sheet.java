package io.referralflow.letter.layout;

import java.util.List;

/// Everything that stands on a letter, before it is laid out.
///
/// @param language the tag of the language it is written in
/// @param sender who signs it
/// @param closing the words above the sender's name
/// @param footer why the reader gets this letter
public record Sheet(
    String language,
    String subject,
    String sender,
    List<Block> blocks,
    String closing,
    String footer) {

  public Sheet {
    blocks = List.copyOf(blocks);
  }
}
