/// Tests of what knows AWS, most of them on DynamoDB Local in a process of its own.
@NullMarked
package io.referralflow.aws;

import org.jspecify.annotations.NullMarked;
