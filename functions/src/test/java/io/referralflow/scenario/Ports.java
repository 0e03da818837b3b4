package io.referralflow.scenario;

import io.referralflow.fake.FakeIds;
import io.referralflow.fake.FakeSeals;
import io.referralflow.fake.Stores;
import io.referralflow.port.Backgrounds;
import io.referralflow.port.Brake;
import io.referralflow.port.Candidates;
import io.referralflow.port.Chronicles;
import io.referralflow.port.Directory;
import io.referralflow.port.Employees;
import io.referralflow.port.Entries;
import io.referralflow.port.Executions;
import io.referralflow.port.Failures;
import io.referralflow.port.HrReports;
import io.referralflow.port.Ids;
import io.referralflow.port.Mailer;
import io.referralflow.port.Operations;
import io.referralflow.port.Outbox;
import io.referralflow.port.PayrollTargets;
import io.referralflow.port.Persons;
import io.referralflow.port.Points;
import io.referralflow.port.Post;
import io.referralflow.port.Programmes;
import io.referralflow.port.Referrals;
import io.referralflow.port.Seals;
import io.referralflow.port.Waits;
import io.referralflow.port.WorkingDays;
import java.time.InstantSource;

/// All that the product needs from outside. A test puts something faulty in the place of one.
public record Ports(
    Referrals referrals,
    Waits waits,
    Outbox outbox,
    Post post,
    Backgrounds backgrounds,
    Candidates candidates,
    Employees employees,
    Directory directory,
    PayrollTargets payrollTargets,
    Points points,
    Persons persons,
    HrReports hrReports,
    Operations operations,
    Chronicles chronicles,
    Brake brake,
    Failures failures,
    Entries entries,
    Programmes programmes,
    Seals seals,
    Ids ids,
    WorkingDays workingDays,
    Executions executions,
    Mailer mailer,
    InstantSource clock)
    implements Stores {

  /// Ports that nothing goes wrong with.
  public static Ports of(Stores stores, Executions executions, Mailer mailer, InstantSource clock) {
    return of(
        stores, new FakeSeals(), new FakeIds(), Programme.workingDays(), executions, mailer, clock);
  }

  /// Ports whose storage is all on the same rows.
  public static Ports of(
      Stores stores,
      Seals seals,
      Ids ids,
      WorkingDays workingDays,
      Executions executions,
      Mailer mailer,
      InstantSource clock) {
    return new Ports(
        stores.referrals(),
        stores.waits(),
        stores.outbox(),
        stores.post(),
        stores.backgrounds(),
        stores.candidates(),
        stores.employees(),
        stores.directory(),
        stores.payrollTargets(),
        stores.points(),
        stores.persons(),
        stores.hrReports(),
        stores.operations(),
        stores.chronicles(),
        stores.brake(),
        stores.failures(),
        stores.entries(),
        stores.programmes(),
        seals,
        ids,
        workingDays,
        executions,
        mailer,
        clock);
  }

  /// The same with other storage.
  public Ports on(Stores stores) {
    return of(stores, seals, ids, workingDays, executions, mailer, clock);
  }

  public Ports withReferrals(Referrals other) {
    return new Ports(
        other,
        waits,
        outbox,
        post,
        backgrounds,
        candidates,
        employees,
        directory,
        payrollTargets,
        points,
        persons,
        hrReports,
        operations,
        chronicles,
        brake,
        failures,
        entries,
        programmes,
        seals,
        ids,
        workingDays,
        executions,
        mailer,
        clock);
  }

  public Ports withExecutions(Executions other) {
    return new Ports(
        referrals,
        waits,
        outbox,
        post,
        backgrounds,
        candidates,
        employees,
        directory,
        payrollTargets,
        points,
        persons,
        hrReports,
        operations,
        chronicles,
        brake,
        failures,
        entries,
        programmes,
        seals,
        ids,
        workingDays,
        other,
        mailer,
        clock);
  }

  public Ports withMailer(Mailer other) {
    return new Ports(
        referrals,
        waits,
        outbox,
        post,
        backgrounds,
        candidates,
        employees,
        directory,
        payrollTargets,
        points,
        persons,
        hrReports,
        operations,
        chronicles,
        brake,
        failures,
        entries,
        programmes,
        seals,
        ids,
        workingDays,
        executions,
        other,
        clock);
  }
}
