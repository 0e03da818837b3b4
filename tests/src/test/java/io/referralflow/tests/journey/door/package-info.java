/// The product from outside: one running stack ([LocalStack]), people who sign in and call the API
/// ([Person]), candidates with a link ([Candidate]), the HR system on the bus, the clock and the
/// inbox. Every call is held against the contract. It knows HTTP and JSON, nothing of the code.
@NullMarked
package io.referralflow.tests.journey.door;

import org.jspecify.annotations.NullMarked;
