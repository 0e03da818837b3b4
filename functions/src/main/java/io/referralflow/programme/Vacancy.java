package io.referralflow.programme;

/// A vacancy that people may be referred for while it is open.
public record Vacancy(
    VacancyId id, String title, String functionLevel, String profile, boolean open) {}
