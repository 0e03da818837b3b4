package io.referralflow.local.lambda;

/// What the deployed stack says about a function; the handler as `package.Class::method`.
public record FunctionSettings(String name, String handler, int timeout, int memory) {

  String handlerClass() {
    int method = handler.indexOf("::");
    return method < 0 ? handler : handler.substring(0, method);
  }
}
