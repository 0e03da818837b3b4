/// Stories about the whole product in memory, told by what people and the HR system do and what
/// others then see. Start at [World], which plays everything around the use cases.
@NullMarked
package io.referralflow.scenario;

import org.jspecify.annotations.NullMarked;
