/// Stand-ins for everything outside: storage, mail, executions, secrets, ids, calendar and clock,
/// all in memory. They answer to the same contracts as the real ones; the contracts stand here too.
/// Start at [InMemoryWorld].
@NullMarked
package io.referralflow.fake;

import org.jspecify.annotations.NullMarked;
