package io.referralflow.local;

import io.referralflow.local.lambda.FunctionSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What `run.py` tells the host, as one JSON file: what was deployed, where things are, which
/// ports.
///
/// @param extras jars put beside the artifact's classes, to measure or disturb its calls
/// @param config what the site reads as `/config.json`
/// @param data the folder for what is kept for the next time: the clock and the mail
/// @param work the folder for the logs and the sign that all is ready
record HostSettings(
    URI cloud,
    String region,
    int hostPort,
    int sitePort,
    Path artifact,
    List<Path> extras,
    List<FunctionSettings> functions,
    String upkeep,
    String table,
    String bus,
    String machine,
    Path site,
    Map<String, Object> config,
    ZoneId zone,
    Path data,
    Path work) {

  HostSettings {
    extras = List.copyOf(extras);
    functions = List.copyOf(functions);
    config = Map.copyOf(config);
  }

  Path logs() {
    return work.resolve("logs");
  }

  Path clock() {
    return data.resolve("clock.txt");
  }

  Path mail() {
    return data.resolve("mail.json");
  }

  Path ready() {
    return work.resolve("ready.json");
  }
}
