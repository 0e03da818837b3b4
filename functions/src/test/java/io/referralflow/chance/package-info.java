@NullMarked
package io.referralflow.chance;

import org.jspecify.annotations.NullMarked;
