@NullMarked
package io.referralflow.eligibility;

import org.jspecify.annotations.NullMarked;
