/// Which mails a step causes, without their words. Start at [Notice].
@NullMarked
package io.referralflow.message;

import org.jspecify.annotations.NullMarked;
