/// Many at once. In a package of its own, whose tests run last: they leave a mailbox full of mail
/// behind, which makes it slow to look through.
@NullMarked
package io.referralflow.tests.journey.crowd;

import org.jspecify.annotations.NullMarked;
