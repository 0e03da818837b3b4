/// Tests of the ports on the table. Start at [DynamoDbLocal].
@NullMarked
package io.referralflow.aws.table;

import org.jspecify.annotations.NullMarked;
