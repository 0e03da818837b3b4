package io.referralflow.json;

import io.referralflow.candidate.Email;
import io.referralflow.directory.ColleagueEvent;
import io.referralflow.directory.Saying;
import io.referralflow.hire.Background;
import io.referralflow.hire.HrEvent;
import io.referralflow.hire.HrNumber;
import io.referralflow.hire.Report;
import io.referralflow.hire.Stamp;
import io.referralflow.intake.Refusals.Reason;
import io.referralflow.intake.VacancyEvent;
import io.referralflow.programme.VacancyId;
import io.referralflow.referral.ApplicationEvent;
import io.referralflow.referral.RejectionReason;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// HR events as they come over the bus and as they are entered by hand.
public final class HrEventJson {

  private static final int VERSION = 1;
  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LEVEL = 50;
  private static final int LONGEST_PROFILE = 4000;
  private static final String WHO = "Name the candidate's address or a referral.";

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

    /// Well formed, and about a colleague.
    record AboutColleague(ColleagueEvent event) implements FromBus {}

    /// Well formed, and about a vacancy.
    record AboutVacancy(VacancyEvent event) implements FromBus {}

    /// Well formed, and about an application.
    ///
    /// @param candidate the address that it names; no part of what is stored
    record AboutApplication(ApplicationEvent event, Optional<Email> candidate) implements FromBus {}

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
    if (!isKnown(type)
        && !isAboutColleague(type)
        && !isAboutVacancy(type)
        && !isAboutApplication(type)) {
      return new FromBus.NotUnderstood(Reason.UNKNOWN_TYPE, source, eventId, hash);
    }
    var version = detail.path("metadata").path("version");
    if (version.decimalValueOpt().filter(it -> it.intValue() != VERSION).isPresent()) {
      return new FromBus.NotUnderstood(Reason.UNKNOWN_VERSION, source, eventId, hash);
    }
    var decoded =
        Form.<FromBus>read(
            detail,
            form -> {
              if (isAboutColleague(type)) {
                return aboutColleague(form, type, source, hash);
              }
              if (isAboutVacancy(type)) {
                return aboutVacancy(form, type, source, hash);
              }
              if (isAboutApplication(type)) {
                return aboutApplication(form, type, source, hash);
              }
              var received = event(form, type, source, hash, true);
              return received == null ? null : new FromBus.Understood(received);
            });
    return decoded instanceof Decoded.Right<FromBus>(var understood)
        ? understood
        : new FromBus.NotUnderstood(Reason.MALFORMED, source, eventId, hash);
  }

  private static boolean isAboutColleague(String type) {
    return switch (type) {
      case "EmployeeJoined", "EmployeeChanged", "EmployeeLeft" -> true;
      default -> false;
    };
  }

  private static boolean isAboutVacancy(String type) {
    return switch (type) {
      case "VacancyOpened", "VacancyChanged", "VacancyClosed" -> true;
      default -> false;
    };
  }

  private static boolean isAboutApplication(String type) {
    return switch (type) {
      case "ApplicationAdvanced", "ApplicationRejected" -> true;
      default -> false;
    };
  }

  private static @Nullable FromBus aboutApplication(
      Form form, String type, String source, String hash) {
    var data = form.object("data");
    data.ifPresent(Form::leaveOpen);
    var stamp = stamp(form, true);
    if (data.isEmpty() || stamp.isEmpty()) {
      return null;
    }
    var candidate = data.get().optional("candidateEmail", Fields::email);
    var referral = data.get().optional("referralId", Fields.line(LONGEST_REFERENCE));
    var vacancy = data.get().optional("vacancyId", Fields::vacancyId);
    if (!data.get().has("candidateEmail") && !data.get().has("referralId")) {
      data.get().error("candidateEmail", "required", WHO);
    }
    return saying(data.get(), type)
        .map(saying ->
            new FromBus.AboutApplication(
                new ApplicationEvent(source, hash, stamp.get(), referral, vacancy, saying),
                candidate))
        .orElse(null);
  }

  private static Optional<ApplicationEvent.Saying> saying(Form data, String type) {
    return type.equals("ApplicationAdvanced")
        ? data.required("phase", Fields::phaseId).map(ApplicationEvent.Saying.Advanced::new)
        : data.required("reason", Fields.oneOf(RejectionReason.class))
            .map(ApplicationEvent.Saying.Rejected::new);
  }

  private static @Nullable FromBus aboutVacancy(
      Form form, String type, String source, String hash) {
    var data = form.object("data");
    data.ifPresent(Form::leaveOpen);
    var stamp = stamp(form, true);
    var vacancy = data.flatMap(it -> it.required("vacancyId", Fields::vacancyId));
    var isClosed = type.equals("VacancyClosed");
    var content = data.filter(_ -> !isClosed).flatMap(HrEventJson::vacancyContent);
    return stamp.isEmpty() || vacancy.isEmpty() || (!isClosed && content.isEmpty())
        ? null
        : new FromBus.AboutVacancy(
            new VacancyEvent(
                source,
                hash,
                vacancy.get(),
                stamp.get(),
                content,
                type.equals("VacancyChanged") ? Optional.empty() : Optional.of(!isClosed)));
  }

  private static Optional<VacancyEvent.Content> vacancyContent(Form data) {
    var title = data.required("title", Fields.line(LONGEST_TITLE));
    var level = data.required("functionLevel", Fields.line(LONGEST_LEVEL));
    var profile = data.required("profile", Fields.fullProse(LONGEST_PROFILE));
    var inProgramme = data.optional("inProgramme", Fields::flag);
    var manager = data.optional("hiringManager", Fields::hrNumber);
    return title.flatMap(name ->
        level.flatMap(it ->
            profile.map(text -> new VacancyEvent.Content(name, it, text, inProgramme, manager))));
  }

  private static @Nullable FromBus aboutColleague(
      Form form, String type, String source, String hash) {
    var data = form.object("data");
    data.ifPresent(Form::leaveOpen);
    var stamp = stamp(form, true);
    var colleague = data.flatMap(it -> it.required("employeeId", Fields::hrNumber));
    var said = data.flatMap(it -> ColleagueJson.said(it, type));
    return stamp.isEmpty() || colleague.isEmpty() || said.isEmpty()
        ? null
        : new FromBus.AboutColleague(
            new ColleagueEvent(
                source,
                stamp.get().eventId(),
                hash,
                colleague.get(),
                new Saying(stamp.get(), said.get())));
  }

  /// The envelope, which holds the stamp.
  private static Optional<Stamp> stamp(Form form, boolean open) {
    var metadata = form.object("metadata");
    if (open) {
      form.leaveOpen();
      metadata.ifPresent(Form::leaveOpen);
    }
    var version = metadata.flatMap(m -> m.required("version", Fields.whole(VERSION, VERSION)));
    var id =
        metadata.flatMap(m -> m.required("id", open ? Fields::foreignEventId : Fields::eventId));
    var at = metadata.flatMap(m -> m.required("occurredAt", Fields::instant));
    return version.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : at.map(moment -> new Stamp(moment, id.get()));
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

  /// Whether an event that was entered by hand can have this id.
  public static boolean isEnteredId(String id) {
    return Fields.isEnteredEventId(id);
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
    var data = form.object("data");
    data.ifPresent(Form::leaveOpen);
    if (data.isPresent() && Json.hasLoneSurrogate(data.get().node())) {
      form.error("data", "control-characters", "Half of a character is not allowed.");
    }
    var stamp = stamp(form, open);
    var employee = data.flatMap(d -> d.required("employeeId", Fields::hrNumber));
    var says = data.flatMap(d -> says(d, type));
    if (data.isEmpty() || stamp.isEmpty() || employee.isEmpty()) {
      return null;
    }
    return says.map(it -> it.of(employee.get(), stamp.get()))
        .map(report -> received(data.get(), report, source, stamp.get().eventId(), hash))
        .orElse(null);
  }

  /// What an event says, whoever it is about: its dates are read, and found wrong, all the same.
  @FunctionalInterface
  private interface Says {

    Report of(HrNumber employee, Stamp stamp);
  }

  private static Optional<Says> says(Form data, String type) {
    return switch (type) {
      case "CandidateHired" -> {
        var end = data.optional("probationEndDate", Fields::date);
        var background =
            new Background(
                data.optional("appliedOn", Fields::date),
                data.optional("lastEmployedOn", Fields::date));
        yield data.required("startDate", Fields::date)
            .map(start ->
                (employee, stamp) -> new Report.Hired(employee, stamp, start, end, background));
      }
      case "StartDateChanged" ->
          data.required("startDate", Fields::date)
              .map(start -> (employee, stamp) -> new Report.StartMoved(employee, stamp, start));
      case "ProbationChanged" ->
          data.required("probationEndDate", Fields::date)
              .map(end -> (employee, stamp) -> new Report.ProbationChanged(employee, stamp, end));
      case "HireCancelled" -> Optional.of(Report.Cancelled::new);
      case "EmploymentEnded" ->
          data.required("lastDay", Fields::date)
              .map(day -> (employee, stamp) -> new Report.Ended(employee, stamp, day));
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
        data.error("candidateEmail", "required", WHO);
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
