/// The process of the functions dies by `kill -9`, while the local cloud goes on.
@NullMarked
package io.referralflow.tests.journey.killed;

import org.jspecify.annotations.NullMarked;
