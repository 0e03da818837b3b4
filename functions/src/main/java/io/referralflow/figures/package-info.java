/// What the programme shows of itself in figures: promises kept, and what is still to be paid.
/// Every figure comes from the same facts and the same code as the thing that it counts. Start at
/// [ReadPromiseKept], [ReadForecast] and [ReadProvision].
@NullMarked
package io.referralflow.figures;

import org.jspecify.annotations.NullMarked;
