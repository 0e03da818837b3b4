/// Seeded histories of a whole programme over three virtual years, under faults: the real use cases
/// over stores in memory. Start at [History], which plays one; [Story] is what happens in it,
/// [Faults] what goes wrong, [Rules] and [Oracle] what must be true. [Simulate] is the command.
@NullMarked
package io.referralflow.tests.simulation;

import org.jspecify.annotations.NullMarked;
