package io.referralflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Writes one line for each call that a function makes to AWS: service, operation and, of the
/// table, the units it consumed. The SDK finds it by its file of global interceptors; the product
/// knows nothing of it. The lines go to the file that the environment variable `METER_FILE` names;
/// without it nothing is asked for and nothing written.
public final class Meter implements ExecutionInterceptor {

  private static final Object ONE_AT_A_TIME = new Object();

  private static final Optional<Path> FILE =
      Optional.ofNullable(System.getenv("METER_FILE")).map(Path::of);

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    if (FILE.isEmpty()) {
      return context.request();
    }
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case BatchGetItemRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case QueryRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case PutItemRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case UpdateItemRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case DeleteItemRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case TransactWriteItemsRequest asked -> asked.copy(r -> r.returnConsumedCapacity(total));
      case SdkRequest other -> other;
    };
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    write(executionAttributes, units(context.response()));
  }

  @Override
  public void onExecutionFailure(
      Context.FailedExecution context, ExecutionAttributes executionAttributes) {
    write(executionAttributes, 0);
  }

  private static double units(SdkResponse response) {
    return switch (response) {
      case GetItemResponse answer -> units(answer.consumedCapacity());
      case QueryResponse answer -> units(answer.consumedCapacity());
      case PutItemResponse answer -> units(answer.consumedCapacity());
      case UpdateItemResponse answer -> units(answer.consumedCapacity());
      case DeleteItemResponse answer -> units(answer.consumedCapacity());
      case BatchGetItemResponse answer ->
          answer.consumedCapacity().stream().mapToDouble(Meter::units).sum();
      case TransactWriteItemsResponse answer ->
          answer.consumedCapacity().stream().mapToDouble(Meter::units).sum();
      case SdkResponse _ -> 0;
    };
  }

  private static double units(ConsumedCapacity consumed) {
    return Optional.ofNullable(consumed).map(ConsumedCapacity::capacityUnits).orElse(0.0);
  }

  private static void write(ExecutionAttributes attributes, double units) {
    FILE.ifPresent(file -> write(file, attributes, units));
  }

  private static void write(Path file, ExecutionAttributes attributes, double units) {
    var line =
        String.format(
            Locale.ROOT,
            "%s %s %.1f%n",
            attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
            attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
            units);
    synchronized (ONE_AT_A_TIME) {
      try {
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
