/// Many threads at once on the same referrals, while calls fail and time jumps, and a judge who
/// reads afterwards what each of them did, was told, and when. Start at [ManyThreadsIT].
@NullMarked
package io.referralflow.aws.crowd;

import org.jspecify.annotations.NullMarked;
