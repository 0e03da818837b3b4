/// How a letter looks: the same blocks as plain text with a layout of its own, and as HTML for
/// phones, desktops and dark rooms. Knows nothing of what a letter is about. Start at [Sheet].
@NullMarked
package io.referralflow.letter.layout;

import org.jspecify.annotations.NullMarked;
