/// The only place that knows AWS. Storage is one DynamoDB table: [Key] holds the grammar of its
/// keys, `aws.item` the shape of its rows, and `aws.table` the ports on top of them. Beside it
/// stand mail, executions, secrets and ids. Start at [Key].
@NullMarked
package io.referralflow.aws;

import org.jspecify.annotations.NullMarked;
