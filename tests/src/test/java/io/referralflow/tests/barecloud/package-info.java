/// The local cloud alone, without the product on it: for tests of one part of the stack. Journeys
/// use what `make run` starts instead.
@NullMarked
package io.referralflow.tests.barecloud;

import org.jspecify.annotations.NullMarked;
