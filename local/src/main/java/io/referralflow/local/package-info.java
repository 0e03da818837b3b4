/// What `make run` starts beside the local cloud: one process that runs the functions as Lambda
/// would ([io.referralflow.local.lambda]), moves the clock ([io.referralflow.local.clock]) and
/// serves the site with the pages that exist on this machine only ([io.referralflow.local.site]).
/// It is no part of what is deployed. [io.referralflow.local.Host] puts it together.
@NullMarked
package io.referralflow.local;

import org.jspecify.annotations.NullMarked;
