/// Keeping time: the steps that executions wait in, waking and starting them, and the upkeep that
/// acts on whatever is overdue. Start at [Upkeep].
@NullMarked
package io.referralflow.process;

import org.jspecify.annotations.NullMarked;
