/// The ports of storage on one DynamoDB table. [Storage] hands them out, [Table] is the only class
/// that talks to the service and turns its exceptions into outcomes. Which question each method
/// asks stands in `docs/access-patterns.md`. Start at [DynamoReferrals].
@NullMarked
package io.referralflow.aws.table;

import org.jspecify.annotations.NullMarked;
