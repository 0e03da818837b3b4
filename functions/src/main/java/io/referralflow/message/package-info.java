/// Which mails a step causes, without their words: the words are written when a mail is sent, in
/// the package `letter`. Start at [Notice].
@NullMarked
package io.referralflow.message;

import org.jspecify.annotations.NullMarked;
