/// What people and systems do with the whole product, from the first click to the last mail,
/// through the public door only. [MainLineIT] is the story to read first. All journeys share one
/// running stack and one clock that goes forward: each refers somebody new, says its dates from
/// today on, and looks at its own referral only.
@NullMarked
package io.referralflow.tests.journey;

import org.jspecify.annotations.NullMarked;
