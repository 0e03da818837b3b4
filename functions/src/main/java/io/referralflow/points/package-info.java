/// Points that are saved and exchanged for items of a catalogue (S7). An account is what its
/// entries add up to; entries are only ever added. Start at [PointsEntry] and [Order].
@NullMarked
package io.referralflow.points;

import org.jspecify.annotations.NullMarked;
