/// Runs the functions as Lambda would, in one process: the same handler classes from the artifact
/// that `sam build` made, behind a class loader of their own, as many instances as there are calls
/// at a time, each with one call. Start reading with [io.referralflow.local.lambda.HostedFunction].
@NullMarked
package io.referralflow.local.lambda;

import org.jspecify.annotations.NullMarked;
