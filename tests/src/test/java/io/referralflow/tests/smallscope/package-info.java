/// Everything that can happen in a small world, tried out one by one: every order of a few HR
/// reports, every one of them doubled, a crash at every call to the outside, every start date of
/// sixteen years. What must come out is said a second time by [Policy], from the policy text alone.
/// Start at [EveryOrderIT].
@NullMarked
package io.referralflow.tests.smallscope;

import org.jspecify.annotations.NullMarked;
