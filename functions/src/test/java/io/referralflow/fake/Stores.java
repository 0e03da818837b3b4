package io.referralflow.fake;

import io.referralflow.port.Backgrounds;
import io.referralflow.port.Brake;
import io.referralflow.port.Candidates;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.PayrollTargets;
import io.referralflow.port.Persons;
import io.referralflow.port.Points;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Waits;

/// All ports of storage over the same rows: in memory, or in a table. A contract is run on a fresh
/// one for each of its tests.
public interface Stores {

  Referrals referrals();

  Waits waits();

  Outbox outbox();

  Post post();

  Backgrounds backgrounds();

  Candidates candidates();

  Employees employees();

  Directory directory();

  PayrollTargets payrollTargets();

  Points points();

  Persons persons();

  HrReports hrReports();

  Operations operations();

  Chronicles chronicles();

  Brake brake();

  Failures failures();

  Entries entries();

  Programmes programmes();
}
