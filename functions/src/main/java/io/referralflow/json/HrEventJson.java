package io.referralflow.json;

import io.referralflow.candidate.Email;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.programme.VacancyId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// HR events as they come over the bus and as they are entered by hand.
public final class HrEventJson {

  private static final int VERSION = 1;
  private static final int LONGEST_REFERENCE = 64;

  private HrEventJson() {}

  /// The source of events that were entered by hand.
  public static final String BY_HAND = "referralflow.by-hand";

  /// An event with the address it names; the address is not part of what is stored.
  ///
  /// @param data the event's data as it came, as JSON
  public record Received(HrEvent event, Optional<Email> candidate, String data) {}

  /// What an event from the bus turned out to be.
  public sealed interface FromBus {
    /// Well formed.
    record Understood(Received received) implements FromBus {}

    /// Not to be understood; a person must look.
    ///
    /// @param eventId the event's own id, where it has one
    record NotUnderstood(Reason reason, String source, Optional<String> eventId, String bodyHash)
        implements FromBus {}
  }

  /// Reads an event of the bus. Fields that nobody knows are let pass, or no producer could ever
  /// add one.
  ///
  /// @param digest makes the keyed hash of the content
  public static FromBus fromBus(String text, UnaryOperator<String> digest) {
    var parsed = Json.parse(text).filter(JsonNode::isObject);
    if (parsed.isEmpty()) {
      return new FromBus.NotUnderstood(Reason.MALFORMED, "", Optional.empty(), digest.apply(text));
    }
    var envelope = parsed.get();
    var source = string(envelope, "source").orElse("");
    var type = string(envelope, "detail-type").orElse("");
    var detail = envelope.path("detail");
    var hash = digest.apply(type + Json.normalForm(detail));
    var eventId = string(detail.path("metadata"), "id").filter(Fields::isEventId);
    if (!isKnown(type)) {
      return new FromBus.NotUnderstood(Reason.UNKNOWN_TYPE, source, eventId, hash);
    }
    var version = detail.path("metadata").path("version");
    if (version.decimalValueOpt().filter(it -> it.intValue() != VERSION).isPresent()) {
      return new FromBus.NotUnderstood(Reason.UNKNOWN_VERSION, source, eventId, hash);
    }
    var decoded = Form.<Received>read(detail, form -> event(form, type, source, hash, true));
    return decoded instanceof Decoded.Right<Received>(var received)
        ? new FromBus.Understood(received)
        : new FromBus.NotUnderstood(Reason.MALFORMED, source, eventId, hash);
  }

  /// Reads an event that was entered by hand: its envelope is closed, its data open.
  public static Decoded<Received> byHand(String text, UnaryOperator<String> digest) {
    return Form.read(
        text,
        form -> {
          var type =
              form.required(
                  "type",
                  node ->
                      node.isString() && isKnown(node.stringValue())
                          ? Field.right(node.stringValue())
                          : Field.wrong("not-in-list", "There is no such event."));
          var hash = digest.apply(Json.normalForm(form.node()));
          return event(form, type.orElse(""), BY_HAND, hash, false);
        });
  }

  private static boolean isKnown(String type) {
    return switch (type) {
      case "CandidateHired",
          "StartDateChanged",
          "ProbationChanged",
          "HireCancelled",
          "EmploymentEnded" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Received event(
      Form form, String type, String source, String hash, boolean open) {
    var metadata = form.object("metadata");
    var data = form.object("data");
    data.ifPresent(Form::leaveOpen);
    if (data.isPresent() && Json.hasLoneSurrogate(data.get().node())) {
      form.error("data", "control-characters", "Half of a character is not allowed.");
    }
    if (open) {
      form.leaveOpen();
      metadata.ifPresent(Form::leaveOpen);
    }
    var version = metadata.flatMap(m -> m.required("version", Fields.whole(VERSION, VERSION)));
    var id =
        metadata.flatMap(m -> m.required("id", open ? Fields::foreignEventId : Fields::eventId));
    var at = metadata.flatMap(m -> m.required("occurredAt", Fields::instant));
    var employee = data.flatMap(d -> d.required("employeeId", Fields::hrNumber));
    if (data.isEmpty() || version.isEmpty() || id.isEmpty() || at.isEmpty() || employee.isEmpty()) {
      return null;
    }
    var stamp = new Stamp(at.get(), id.get());
    return report(data.get(), type, employee.get(), stamp)
        .map(report -> received(data.get(), report, source, id.get(), hash))
        .orElse(null);
  }

  private static Optional<Report> report(Form data, String type, HrNumber employee, Stamp stamp) {
    return switch (type) {
      case "CandidateHired" -> {
        var end = data.optional("probationEndDate", Fields::date);
        yield data.required("startDate", Fields::date)
            .map(start -> new Report.Hired(employee, stamp, start, end));
      }
      case "StartDateChanged" ->
          data.required("startDate", Fields::date)
              .map(start -> new Report.StartMoved(employee, stamp, start));
      case "ProbationChanged" ->
          data.required("probationEndDate", Fields::date)
              .map(end -> new Report.ProbationChanged(employee, stamp, end));
      case "HireCancelled" -> Optional.of(new Report.Cancelled(employee, stamp));
      case "EmploymentEnded" ->
          data.required("lastDay", Fields::date).map(day -> new Report.Ended(employee, stamp, day));
      default -> Optional.empty();
    };
  }

  private static Received received(
      Form data, Report report, String source, String id, String hash) {
    Optional<Email> candidate = Optional.empty();
    Optional<VacancyId> vacancy = Optional.empty();
    Optional<String> referralId = Optional.empty();
    if (report instanceof Report.Hired) {
      candidate = data.optional("candidateEmail", Fields::email);
      vacancy =
          data.optional("vacancyId", Fields.line(LONGEST_REFERENCE))
              .filter(VacancyId::isValid)
              .map(VacancyId::new);
      referralId = data.optional("referralId", Fields.line(LONGEST_REFERENCE));
      if (!data.has("candidateEmail") && !data.has("referralId")) {
        data.error("candidateEmail", "required", "Name the candidate's address or a referral.");
      }
    }
    return new Received(
        new HrEvent(source, id, hash, report, vacancy, referralId),
        candidate,
        Json.normalForm(data.node()));
  }

  private static Optional<String> string(JsonNode node, String name) {
    var value = node.path(name);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
