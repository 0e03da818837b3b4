/// The routes of the REST API: who may call, what is decoded, and which outcome is which answer.
/// Start at [Router].
@NullMarked
package io.referralflow.function.api;

import org.jspecify.annotations.NullMarked;
