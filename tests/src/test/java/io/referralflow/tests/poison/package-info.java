/// One bad record among many: the others must not wait for it, and a person must find it, once,
/// with a reason. The real handlers are called with JSON, as the stream and the bus call them.
@NullMarked
package io.referralflow.tests.poison;

import org.jspecify.annotations.NullMarked;
