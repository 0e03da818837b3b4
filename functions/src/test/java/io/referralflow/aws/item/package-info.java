/// Tests of the shape of rows.
@NullMarked
package io.referralflow.aws.item;

import org.jspecify.annotations.NullMarked;
