package io.referralflow.json;

import io.referralflow.candidate.Language;
import io.referralflow.directory.Colleague;
import io.referralflow.directory.Contract;
import io.referralflow.directory.Detail;
import io.referralflow.directory.InviteOutsider.Outsider;
import io.referralflow.port.Page;
import tools.jackson.databind.node.ObjectNode;

/// Former staff and outside relations who are invited, on the wire.
public final class OutsiderJson {

  private static final int LONGEST_NAME = 200;

  private OutsiderJson() {}

  private enum Kind {
    FORMER,
    OUTSIDE
  }

  public static Decoded<Outsider> outsider(String body) {
    return Form.read(
        body,
        form -> {
          var name = form.required("name", Fields.line(LONGEST_NAME));
          var email = form.required("email", Fields::email);
          var kind = form.required("kind", Fields.oneOf(Kind.class));
          var language = form.required("language", Fields.oneOf(Language.class));
          return name.isEmpty() || email.isEmpty() || kind.isEmpty() || language.isEmpty()
              ? null
              : new Outsider(
                  name.get(), email.get(), Contract.valueOf(kind.get().name()), language.get());
        });
  }

  /// Somebody who is or was invited; of the latter only that they were.
  public static String outsider(Colleague outsider) {
    return node(outsider).toString();
  }

  public static String outsiders(Page<Colleague> page) {
    return Answers.page(page, OutsiderJson::node);
  }

  private static ObjectNode node(Colleague outsider) {
    var json = Json.object();
    json.put("id", outsider.number().value());
    json.put("state", outsider.email().isPresent() ? "invited" : "withdrawn");
    outsider.contract().ifPresent(kind -> json.put("kind", Wire.name(kind)));
    outsider.text(Detail.NAME).ifPresent(name -> json.put("name", name));
    outsider.email().ifPresent(email -> json.put("email", email.value()));
    outsider.language().ifPresent(language -> json.put("language", language.tag()));
    return json;
  }
}
