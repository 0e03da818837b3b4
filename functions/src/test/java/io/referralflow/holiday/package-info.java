/// Tests of the working days.
@NullMarked
package io.referralflow.holiday;

import org.jspecify.annotations.NullMarked;
