package io.referralflow.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.referralflow.aws.item.StreamedRow;
import io.referralflow.aws.item.StreamedRow.Mail;
import io.referralflow.aws.item.StreamedRow.Step;
import io.referralflow.delivery.SendNotice;
import io.referralflow.json.StreamJson;
import io.referralflow.json.StreamJson.Row;
import io.referralflow.process.FollowReferral;
import io.referralflow.process.FollowReferral.Changed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows the table's stream: executions are started and woken first, mails are sent afterwards.
/// Idempotent: an execution's name is its leg, a token answered twice is no error, and a mail is
/// sent by whoever claims it. A record that fails is sent again alone; the others are done.
public final class OutboxFunction implements RequestStreamHandler {

  private final FollowReferral followReferral;
  private final SendNotice sendNotice;
  private final InstantSource clock;

  public OutboxFunction() {
    this(new Wiring(Settings.fromEnvironment()));
  }

  private OutboxFunction(Wiring wiring) {
    this(wiring.followReferral(), wiring.sendNotice(), wiring.clock());
  }

  OutboxFunction(FollowReferral followReferral, SendNotice sendNotice, InstantSource clock) {
    this.followReferral = followReferral;
    this.sendNotice = sendNotice;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Entry.run(in, out, context, text -> answer(StreamJson.read(text), context));
  }

  private String answer(List<Row> rows, Context context) {
    var failed = new ArrayList<String>();
    for (var row : rows) {
      if (read(row).orElse(null) instanceof Step step) {
        attempt(row, () -> follow(step), failed, context);
      }
    }
    for (var row : rows) {
      if (read(row).orElse(null) instanceof Mail mail) {
        attempt(row, () -> send(mail), failed, context);
      }
    }
    return StreamJson.failed(failed);
  }

  private static void attempt(Row row, Runnable work, List<String> failed, Context context) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      Log.fault(context, fault);
      failed.add(row.sequence());
    }
  }

  private void follow(Step step) {
    followReferral.execute(
        new Changed(step.id(), step.leg(), step.state(), step.newLeg(), step.wakes()));
  }

  /// A mail that is due later is left to upkeep, which looks when it is due.
  private void send(Mail mail) {
    if (!mail.dueAt().isAfter(clock.instant())) {
      sendNotice.execute(mail.id(), mail.number());
    }
  }

  private static Optional<StreamedRow> read(Row row) {
    return StreamedRow.of(row.pk(), row.sk(), row.attributes());
  }
}
