/// The wire: the only place that knows JSON. Requests and events are read strictly, with every
/// wrong field named at once; answers are written from the concepts. Start at [Form].
@NullMarked
package io.referralflow.json;

import org.jspecify.annotations.NullMarked;
