package io.referralflow.aws.table;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/// Fails whoever reads a whole table: it costs more with each referral that there ever was.
final class NoScan implements ExecutionInterceptor {

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    if (context.request() instanceof ScanRequest) {
      throw new IllegalStateException("Nobody scans the table");
    }
  }
}
