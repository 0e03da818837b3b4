/// Tables as files with separated values: what finance and HR exchange with other systems. Knows
/// the library that reads and writes them, and nothing of what they mean. Start at [Table].
@NullMarked
package io.referralflow.csv;

import org.jspecify.annotations.NullMarked;
