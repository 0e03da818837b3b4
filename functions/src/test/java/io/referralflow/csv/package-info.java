/// Tables as files with separated values, read and written.
@NullMarked
package io.referralflow.csv;

import org.jspecify.annotations.NullMarked;
