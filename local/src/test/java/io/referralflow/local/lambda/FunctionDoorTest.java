package io.referralflow.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionDoorTest {

  @TempDir private Path folder;
  private final List<String> delivered = new ArrayList<>();
  private HttpServer door;

  /// Answers with what it was asked, or fails when asked to.
  public static final class Mirror implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      byte[] input = in.readAllBytes();
      if (input.length == 0) {
        throw new IllegalStateException("nothing came in");
      }
      out.write(input);
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path artifact = Handlers.artifact(folder, Mirror.class);
    var settings = new FunctionSettings("mirror", Mirror.class.getName() + "::run", 5, 128);
    var function =
        new HostedFunction(
            settings,
            new Artifact(artifact, List.of()),
            new Activity("nobody"),
            FunctionLogs.take(folder));
    door =
        FunctionDoor.open(
            0, Map.of("mirror", function), (name, event) -> delivered.add(name + " " + event));
  }

  @AfterEach
  void close() {
    door.stop(0);
  }

  @Test
  void the_answer_of_a_function_is_passed_on_and_noted() throws Exception {
    HttpResponse<String> answer = call("mirror", "{\"batchItemFailures\":[]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(delivered).containsExactly("mirror {\"batchItemFailures\":[]}");
  }

  @Test
  void records_reported_as_failed_make_the_batch_come_again() throws Exception {
    assertThat(call("mirror", "{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}").statusCode())
        .isEqualTo(500);
    assertThat(delivered).isEmpty();
  }

  @Test
  void a_fault_is_no_answer() throws Exception {
    HttpResponse<String> answer = call("mirror", "");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("java.lang.IllegalStateException", "nothing came in");
    assertThat(delivered).isEmpty();
  }

  @Test
  void an_unknown_function_is_not_there() throws Exception {
    assertThat(call("nobody", "{}").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> call(String function, String event) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/functions/%s".formatted(door.getAddress().getPort(), function));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(event)).build(),
          BodyHandlers.ofString());
    }
  }
}
