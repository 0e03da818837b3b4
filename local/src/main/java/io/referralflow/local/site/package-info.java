/// The site on this machine: the web app's files as CloudFront serves them, its `/config.json`, and
/// under `/local/` what only this machine has: the sent mail, the clock, and whether all is ready.
/// Start reading with [io.referralflow.local.site.Site].
@NullMarked
package io.referralflow.local.site;

import org.jspecify.annotations.NullMarked;
