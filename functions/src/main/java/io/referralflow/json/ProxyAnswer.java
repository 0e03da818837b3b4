package io.referralflow.json;

import java.util.Map;

/// An answer as API Gateway wants it (Lambda proxy, format 1.0).
public record ProxyAnswer(int status, Map<String, String> headers, String body) {

  public ProxyAnswer {
    headers = Map.copyOf(headers);
  }

  public String write() {
    var json = Json.object();
    json.put("statusCode", status);
    var fields = json.putObject("headers");
    headers.forEach(fields::put);
    json.put("body", body);
    json.put("isBase64Encoded", false);
    return json.toString();
  }
}
