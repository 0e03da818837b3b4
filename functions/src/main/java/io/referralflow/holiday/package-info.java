/// Which days are worked on in the Netherlands, by the library jollyday. The only place that knows
/// it, so that the payroll calendar can take its place.
@NullMarked
package io.referralflow.holiday;

import org.jspecify.annotations.NullMarked;
