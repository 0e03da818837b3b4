/// What holds for the state machine: rules over the file, its expressions with examples, and one
/// path for each end on the local cloud. Start reading in `ReferralMachineTest`.
@NullMarked
package io.referralflow.tests.statemachine;

import org.jspecify.annotations.NullMarked;
