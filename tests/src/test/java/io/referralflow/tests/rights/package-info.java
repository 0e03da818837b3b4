/// The handler of the API against the written policy: who may do what, who sees what, and what a
/// refused call leaves behind. It runs in memory, so that every cell of every table is asked. The
/// policy is `docs/rights.md`. Start at [RightsTest].
@NullMarked
package io.referralflow.tests.rights;

import org.jspecify.annotations.NullMarked;
