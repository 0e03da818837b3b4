package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.aws.Outage;
import io.referralflow.aws.item.StreamedRow;
import io.referralflow.aws.item.StreamedRow.Mail;
import io.referralflow.aws.item.StreamedRow.ProgrammeMail;
import io.referralflow.aws.item.StreamedRow.Step;
import io.referralflow.delivery.SendNotice;
import io.referralflow.delivery.SendProgrammeNotice;
import io.referralflow.json.StreamJson;
import io.referralflow.json.StreamJson.Row;
import io.referralflow.port.Failures;
import io.referralflow.port.Failures.Failure;
import io.referralflow.port.Failures.Kind;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.FollowReferral.Changed;
import io.referralflow.referral.ReferralId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Follows the table's stream: executions are started and woken first, mails are sent afterwards.
/// Idempotent: an execution's name is its leg, a token answered twice is no error, and a mail is
/// sent by whoever claims it.
///
/// A step that fails is tried once more when all others of its batch are done; a mail is not, since
/// its claim stands. A fault of ours would come back for ever and hold up whatever follows in the
/// shard, so it is put on the failure list, once, and let go: upkeep acts on what the table says,
/// every hour. When another service is out, the record is left to the stream, which brings it
/// again, for as long as that may be a matter of seconds.
public final class OutboxFunction implements RequestStreamHandler {

  /// How long an outage may keep a record before it is let go.
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  private static final String FAULT = "fault";

  private final FollowReferral followReferral;
  private final SendNotice sendNotice;
  private final SendProgrammeNotice sendProgrammeNotice;
  private final Failures failures;
  private final InstantSource clock;

  public OutboxFunction() {
    this(new Wiring(Settings.fromEnvironment()));
  }

  private OutboxFunction(Wiring wiring) {
    this(
        wiring.followReferral(),
        wiring.sendNotice(),
        wiring.sendProgrammeNotice(),
        wiring.failures(),
        wiring.clock());
  }

  OutboxFunction(
      FollowReferral followReferral,
      SendNotice sendNotice,
      SendProgrammeNotice sendProgrammeNotice,
      Failures failures,
      InstantSource clock) {
    this.followReferral = followReferral;
    this.sendNotice = sendNotice;
    this.sendProgrammeNotice = sendProgrammeNotice;
    this.failures = failures;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(in, out, context, text -> answer(StreamJson.read(text), context));
  }

  private String answer(List<Row> rows, Context context) {
    var steps = new ArrayList<Job>();
    var mails = new ArrayList<Job>();
    var rounds = new HashMap<ReferralId, SendNotice.Round>();
    var bad = new ArrayList<Job>();
    for (var row : rows) {
      try {
        switch (StreamedRow.of(row.pk(), row.sk(), row.attributes()).orElse(null)) {
          case Step step -> steps.add(new Job(row, () -> follow(step)));
          case Mail mail when isDue(mail.dueAt()) -> {
            var round = rounds.computeIfAbsent(mail.id(), sendNotice::round);
            mails.add(new Job(row, () -> round.send(mail.number())));
          }
          case Mail _ -> {}
          case ProgrammeMail mail when isDue(mail.dueAt()) ->
              mails.add(new Job(row, () -> sendProgrammeNotice.execute(mail.id())));
          case ProgrammeMail _ -> {}
          case null -> {}
        }
      } catch (RuntimeException fault) {
        bad.add(
            new Job(
                row,
                () -> {
                  throw fault;
                }));
      }
    }
    for (var job : steps) {
      attempt(job, context).ifPresent(_ -> bad.add(job));
    }
    var failed = new ArrayList<String>();
    for (var job : mails) {
      attempt(job, context)
          .filter(fault -> !parked(job.row(), fault, context))
          .ifPresent(_ -> failed.add(job.row().sequence()));
    }
    for (var job : bad) {
      attempt(job, context)
          .filter(fault -> !parked(job.row(), fault, context))
          .ifPresent(_ -> failed.add(job.row().sequence()));
    }
    return StreamJson.failed(failed);
  }

  /// What a record asks for.
  private record Job(Row row, Runnable work) {}

  private static Optional<RuntimeException> attempt(Job job, Context context) {
    try {
      job.work().run();
      return Optional.empty();
    } catch (RuntimeException fault) {
      Log.fault(context, fault);
      return Optional.of(fault);
    }
  }

  /// Whether a record that failed is on the failure list now and need not come again.
  private boolean parked(Row row, RuntimeException fault, Context context) {
    var now = clock.instant();
    var mayPass =
        Outage.explains(fault)
            && row.changedAt().filter(at -> at.plus(OUTAGE).isBefore(now)).isEmpty();
    if (mayPass) {
      return false;
    }
    var listing = new Job(row, () -> failures.add(failure(row, now)));
    return attempt(listing, context).isEmpty();
  }

  private static Failure failure(Row row, Instant now) {
    return new Failure(
        StreamedRow.failure(row.pk(), row.sk(), row.attributes()),
        StreamedRow.isMail(row.pk(), row.sk()) ? Kind.MAIL : Kind.EVENT,
        FAULT,
        now,
        Optional.empty());
  }

  private void follow(Step step) {
    followReferral.execute(
        new Changed(step.id(), step.leg(), step.state(), step.newLeg(), step.wakes()));
  }

  /// A mail that is due later is left to upkeep, which looks when it is due.
  private boolean isDue(Instant dueAt) {
    return !dueAt.isAfter(clock.instant());
  }
}
