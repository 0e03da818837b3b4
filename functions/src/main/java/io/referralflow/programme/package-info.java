/// The rules a company sets: terms by version, vacancies and business settings, with the use cases
/// that change them. Start at [Terms].
@NullMarked
package io.referralflow.programme;

import org.jspecify.annotations.NullMarked;
