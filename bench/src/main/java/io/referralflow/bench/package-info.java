/// What is measured: calls to AWS ([Meter]), the first answer of a cold function ([FirstAnswer])
/// and a warm call's own time ([WarmCalls]).
@NullMarked
package io.referralflow.bench;

import org.jspecify.annotations.NullMarked;
