/// How each kind of row is written and read, one codec per kind. A row says what it is in `type`,
/// carries the number of its shape in `schema`, and may hold attributes that this version does not
/// know: they are left alone. Start at [ReferralItem].
@NullMarked
package io.referralflow.aws.item;

import org.jspecify.annotations.NullMarked;
