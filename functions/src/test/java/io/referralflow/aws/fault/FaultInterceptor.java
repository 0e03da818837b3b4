package io.referralflow.aws.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sfn.model.SfnException;

/// Gets between the SDK and a service and makes calls fail, by the place that calls and by how
/// often it was reached, never by wall time, so that a run can be repeated.
///
/// A plan is made for each thread; what it does not name goes well. For throttling and failures
/// before the service acts the request is not sent: a service that refuses has not acted.
public final class FaultInterceptor implements ExecutionInterceptor {

  /// Decides what happens to the nth call, from 0, of a place within the work that was begun.
  @FunctionalInterface
  public interface Plan {
    Optional<Fault> at(CallSite site, int ordinal);

    /// All goes well.
    static Plan none() {
      return (_, _) -> Optional.empty();
    }

    /// One fault, at one place.
    static Plan one(CallSite site, int ordinal, Fault fault) {
      return (here, number) ->
          here.equals(site) && number == ordinal ? Optional.of(fault) : Optional.empty();
    }

    /// This, or else another.
    default Plan or(Plan other) {
      return (site, ordinal) -> at(site, ordinal).or(() -> other.at(site, ordinal));
    }
  }

  /// What happened at a place, and how often.
  public record Cell(CallSite site, Fault fault) {}

  /// One execution of the SDK, with its attempts.
  private static final class Call {
    final @Nullable Fault fault;
    int sent;

    Call(@Nullable Fault fault) {
      this.fault = fault;
    }
  }

  /// What one thread is at.
  private static final class Work {
    Plan plan = Plan.none();
    final Map<CallSite, Integer> reached = new HashMap<>();
    int acted;
    int happened;
    @Nullable Fault lasting;
  }

  private static final ExecutionAttribute<Call> CALL = new ExecutionAttribute<>("call under fault");

  /// Faults that stay until the work is over: nobody gets through by trying again.
  private static final Set<Fault> LASTING = Set.of(Fault.THROTTLED_FOR_LONG, Fault.DENIED);

  /// Changes that a service makes are told from looks by the name of the operation.
  private static final List<String> LOOKS = List.of("Get", "Query", "BatchGet");

  private final ThreadLocal<Work> work = ThreadLocal.withInitial(Work::new);
  private final Map<CallSite, Integer> reached = new ConcurrentSkipListMap<>();
  private final Map<Cell, Integer> cells = new ConcurrentHashMap<>();

  /// Begins a piece of work on this thread.
  public void begin(Plan plan) {
    var begun = new Work();
    begun.plan = plan;
    work.set(begun);
  }

  /// How often a service acted on a change, since this thread began its work.
  public int acted() {
    return work.get().acted;
  }

  /// How many faults happened, since this thread began its work.
  public int happened() {
    return work.get().happened;
  }

  /// Every place that was reached, with or without faults.
  public Collection<CallSite> sites() {
    return reached.keySet();
  }

  /// How often each fault happened at each place.
  public Map<Cell, Integer> cells() {
    return cells;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    var site = CallSite.here(context.request());
    var at = work.get();
    var fault =
        site.flatMap(place -> {
          var _ = reached.merge(place, 1, Integer::sum);
          var ordinal = at.reached.merge(place, 1, Integer::sum) - 1;
          return Optional.ofNullable(at.lasting).or(() -> at.plan.at(place, ordinal));
        });
    fault.ifPresent(happens -> {
      at.happened++;
      if (LASTING.contains(happens)) {
        at.lasting = happens;
      }
      var _ = cells.merge(new Cell(site.orElseThrow(), happens), 1, Integer::sum);
    });
    attributes.putAttribute(CALL, new Call(fault.orElse(null)));
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    var call = attributes.getAttribute(CALL);
    call.sent++;
    var isFirst = call.sent == 1;
    switch (call.fault) {
      case NEVER_SENT -> throw SdkClientException.create("Never sent, on purpose");
      case NEVER_SENT_RETRIED -> {
        if (isFirst) {
          throw lost();
        }
      }
      case THROTTLED -> {
        if (isFirst) {
          throw refused(attributes, 400, "ThrottlingException");
        }
      }
      case THROTTLED_FOR_LONG -> throw refused(attributes, 400, "ThrottlingException");
      case DENIED -> throw refused(attributes, 403, "AccessDeniedException");
      case SERVER_ERROR -> {
        if (isFirst) {
          throw refused(attributes, 500, "InternalServerError");
        }
      }
      case CANCELLED_FOR_MIXED_REASONS -> {
        if (isFirst) {
          throw cancelled((TransactWriteItemsRequest) context.request());
        }
      }
      case IN_PROGRESS -> {
        if (isFirst) {
          throw TransactionInProgressException.builder()
              .statusCode(400)
              .awsErrorDetails(details("TransactionInProgressException"))
              .build();
        }
      }
      case ANSWER_LOST, ANSWER_LOST_RETRIED, SERVER_ERROR_AFTER, UNPROCESSED_KEYS -> {}
      case null -> {}
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    var call = attributes.getAttribute(CALL);
    if (isChange(attributes)) {
      work.get().acted++;
    }
    switch (call.fault) {
      case ANSWER_LOST -> throw SdkClientException.create("Answer lost, on purpose");
      case ANSWER_LOST_RETRIED -> {
        if (call.sent == 1) {
          throw lost();
        }
      }
      case SERVER_ERROR_AFTER -> {
        if (call.sent == 1) {
          throw refused(attributes, 500, "InternalServerError");
        }
      }
      case null, default -> {}
    }
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    var call = attributes.getAttribute(CALL);
    if (call.fault == Fault.UNPROCESSED_KEYS
        && context.request() instanceof BatchGetItemRequest asked
        && context.response() instanceof BatchGetItemResponse answer) {
      return inPart(asked, answer);
    }
    return context.response();
  }

  /// The service leaves the second half of the keys for later.
  private static BatchGetItemResponse inPart(
      BatchGetItemRequest asked, BatchGetItemResponse answer) {
    var table = asked.requestItems().keySet().iterator().next();
    var wanted = Objects.requireNonNull(asked.requestItems().get(table));
    var half = wanted.keys().size() / 2;
    var later = new ArrayList<>(wanted.keys().subList(half, wanted.keys().size()));
    var now =
        answer.responses().getOrDefault(table, List.of()).stream()
            .filter(row ->
                wanted.keys().subList(0, half).stream()
                    .anyMatch(key -> row.entrySet().containsAll(key.entrySet())))
            .toList();
    return answer.toBuilder()
        .responses(Map.of(table, now))
        .unprocessedKeys(
            Map.of(
                table,
                KeysAndAttributes.builder()
                    .keys(later)
                    .consistentRead(wanted.consistentRead())
                    .build()))
        .build();
  }

  private static boolean isChange(ExecutionAttributes attributes) {
    var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    return LOOKS.stream().noneMatch(operation::startsWith);
  }

  /// The SDK tries again by itself what failed with an I/O error.
  private static SdkClientException lost() {
    return SdkClientException.create("Lost, on purpose", new IOException("Connection reset"));
  }

  private static TransactionCanceledException cancelled(TransactWriteItemsRequest request) {
    var codes = List.of("TransactionConflict", "None", "ThrottlingError");
    var reasons = new ArrayList<CancellationReason>();
    for (var i = 0; i < request.transactItems().size(); i++) {
      reasons.add(CancellationReason.builder().code(codes.get(i % codes.size())).build());
    }
    return TransactionCanceledException.builder()
        .cancellationReasons(reasons)
        .statusCode(400)
        .awsErrorDetails(details("TransactionCanceledException"))
        .build();
  }

  /// What the SDK makes of the service's refusal.
  private static AwsServiceException refused(
      ExecutionAttributes attributes, int status, String code) {
    AwsServiceException.Builder refusal =
        switch (attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)) {
          case "DynamoDb" ->
              switch (code) {
                case "ThrottlingException" -> ThrottlingException.builder();
                case "InternalServerError" -> InternalServerErrorException.builder();
                default -> DynamoDbException.builder();
              };
          case "Sfn" -> SfnException.builder();
          case "SESv2", "SesV2" -> SesV2Exception.builder();
          case "Secrets Manager", "SecretsManager" -> SecretsManagerException.builder();
          case "Cognito Identity Provider", "CognitoIdentityProvider" ->
              CognitoIdentityProviderException.builder();
          case String other -> throw new AssertionError("An unknown service is called: " + other);
        };
    return refusal
        .statusCode(status)
        .message(code + ", on purpose")
        .awsErrorDetails(details(code))
        .build();
  }

  private static AwsErrorDetails details(String code) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage("On purpose").build();
  }
}
