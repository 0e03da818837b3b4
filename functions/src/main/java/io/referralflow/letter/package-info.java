/// The mails of the product: what each says, in Dutch and English, to the candidate, the referrer
/// and finance. A letter is written from facts when it is sent and is never stored. Knows the words
/// of the business and no mail system, no storage and no clock; the words stand in the two
/// catalogues beside this package. Start at [Letters].
@NullMarked
package io.referralflow.letter;

import org.jspecify.annotations.NullMarked;
