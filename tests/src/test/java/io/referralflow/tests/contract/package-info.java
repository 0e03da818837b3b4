/// Holds what is said against what was written down: `openapi.yaml` for the API, the schemas in
/// `events/` for what comes over the bus. [Contract] is what every journey sends its calls through;
/// it knows HTTP and the two files, nothing of the code. Start there.
@NullMarked
package io.referralflow.tests.contract;

import org.jspecify.annotations.NullMarked;
