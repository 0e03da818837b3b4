package io.referralflow.aws.item;

import io.referralflow.aws.Attributes;
import io.referralflow.reward.PayRun;
import io.referralflow.reward.PayrollCalendar;
import io.referralflow.reward.Promise;
import java.util.Optional;

/// What the terms promise, among the attributes of the terms.
final class PromiseMap {

  private static final String PROMISE_DAYS = "promiseDays";
  private static final String PAYROLL = "payroll";
  private static final String PAY_DAY = "payDay";
  private static final String CUT_OFF_WORKING_DAYS = "cutOffWorkingDays";
  private static final String MORE_PAY_DAYS = "morePayDays";
  private static final String EXTRA_RUNS = "extraRuns";
  private static final String CUT_OFF = "cutOff";

  private PromiseMap() {}

  static Attributes toMap(Promise promise) {
    return Attributes.none()
        .number(PROMISE_DAYS, promise.days())
        .map(PAYROLL, promise.payroll().map(PromiseMap::toMap));
  }

  static Promise fromMap(Attributes map) {
    return new Promise(
        map.count(PROMISE_DAYS),
        map.has(PAYROLL) ? Optional.of(payroll(map.map(PAYROLL))) : Optional.empty());
  }

  private static Attributes toMap(PayrollCalendar payroll) {
    return Attributes.none()
        .number(PAY_DAY, payroll.payDay())
        .number(CUT_OFF_WORKING_DAYS, payroll.cutOffWorkingDays())
        .list(EXTRA_RUNS, payroll.extraRuns().stream().map(PromiseMap::toMap).toList())
        .list(
            MORE_PAY_DAYS,
            payroll.morePayDays().stream()
                .map(day -> Attributes.none().number(PAY_DAY, day))
                .toList());
  }

  private static PayrollCalendar payroll(Attributes map) {
    return new PayrollCalendar(
        map.count(PAY_DAY),
        map.count(CUT_OFF_WORKING_DAYS),
        map.list(EXTRA_RUNS).stream().map(PromiseMap::run).toList(),
        map.list(MORE_PAY_DAYS).stream().map(day -> day.count(PAY_DAY)).toList());
  }

  private static Attributes toMap(PayRun run) {
    return Attributes.none().day(CUT_OFF, run.cutOff()).day(PAY_DAY, run.payDay());
  }

  private static PayRun run(Attributes map) {
    return new PayRun(map.day(CUT_OFF), map.day(PAY_DAY));
  }
}
