package io.referralflow.directory;

import io.referralflow.hire.HrNumber;

/// One well-formed event of an HR system about a colleague.
///
/// @param source who sent it; with the id it names the event for ever
/// @param bodyHash a keyed hash of its content, so that the same id with another body is noticed
public record ColleagueEvent(
    String source, String id, String bodyHash, HrNumber colleague, Saying saying) {}
