/// What HR reports about a hire, in any order, late and more than once, and the registers that
/// these reports set. Start at [Employment].
@NullMarked
package io.referralflow.hire;

import org.jspecify.annotations.NullMarked;
