package io.referralflow.json;

/// One thing that is wrong with a request.
///
/// @param field the path of the field (`candidate.email`), or the name of a header or parameter
/// @param code from the closed list in openapi.yaml
/// @param message an English text for developers
public record FieldError(String field, String code, String message) {}
