package io.referralflow.local;

import com.sun.net.httpserver.HttpServer;
import io.referralflow.local.clock.ClockHistory;
import io.referralflow.local.clock.ClockMover;
import io.referralflow.local.cloud.HrSystem;
import io.referralflow.local.cloud.Inbox;
import io.referralflow.local.cloud.LocalCloud;
import io.referralflow.local.cloud.OpenWork;
import io.referralflow.local.cloud.Settling;
import io.referralflow.local.cloud.StreamWatch;
import io.referralflow.local.lambda.Activity;
import io.referralflow.local.lambda.Artifact;
import io.referralflow.local.lambda.FunctionDoor;
import io.referralflow.local.lambda.FunctionLogs;
import io.referralflow.local.lambda.HostedFunction;
import io.referralflow.local.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Puts the process together: `java -jar referralflow-local.jar host.json`.
public final class Host {

  private Host() {}

  /// Starts everything, says so, and leaves the rest to the servers' threads.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    HostSettings settings =
        JsonMapper.shared().readValue(Files.readString(Path.of(arguments[0])), HostSettings.class);
    FunctionLogs logs = FunctionLogs.take(settings.logs());
    var cloud = new LocalCloud(settings.cloud(), settings.region());
    var clock = new ClockHistory(settings.clock(), settings.zone());
    var activity = new Activity(settings.upkeep());
    StreamWatch stream = StreamWatch.begin(cloud);

    var artifact = new Artifact(settings.artifact(), settings.extras());
    Map<String, HostedFunction> functions = new HashMap<>();
    for (var function : settings.functions()) {
      functions.put(function.name(), new HostedFunction(function, artifact, activity, logs));
    }
    HttpServer door =
        FunctionDoor.open(
            settings.hostPort(),
            functions,
            (function, event) -> {
              activity.succeeded();
              stream.delivered(function, event);
            });

    var openWork = new OpenWork(cloud, settings.table(), settings.machine(), Instant.now());
    var settling = new Settling(activity, stream, openWork);
    var mover =
        new ClockMover(
            clock,
            kind -> cloud.invoke(settings.upkeep() + ":live", "{\"run\":\"" + kind + "\"}"),
            settling);
    var inbox = new Inbox(cloud, clock, settings.mail());
    Runtime.getRuntime().addShutdownHook(new Thread(inbox::save));
    HttpServer site =
        Site.open(
            settings.sitePort(),
            settings.site(),
            settings.config(),
            settings.ready(),
            inbox,
            new HrSystem(cloud, settings.bus(), clock),
            clock,
            mover);
    System.out.println(
        "The functions answer at %s, the site at %s."
            .formatted(door.getAddress(), site.getAddress()));
  }
}
