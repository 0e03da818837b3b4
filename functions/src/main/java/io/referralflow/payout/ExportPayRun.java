package io.referralflow.payout;

import io.referralflow.directory.Colleague;
import io.referralflow.directory.Detail;
import io.referralflow.payout.PayrollTarget.Column;
import io.referralflow.payout.ReadPayRun.Item;
import io.referralflow.payout.ReadPayRun.Run;
import io.referralflow.reward.PayoutReference;
import io.referralflow.reward.RewardKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the money to be paid on a day, not confirmed and not on hold, in the form of a payroll
/// system. A payout that lacks what a column asks for stops the export: half a line would pay the
/// wrong person, or nobody.
public final class ExportPayRun {

  private final ReadPayRun readPayRun;
  private final ReadPayrollTarget readTarget;

  public ExportPayRun(ReadPayRun readPayRun, ReadPayrollTarget readTarget) {
    this.readPayRun = readPayRun;
    this.readTarget = readTarget;
  }

  /// What became of the export.
  public sealed interface Exporting {
    /// The file.
    record Exported(List<String> columns, List<List<String>> rows) implements Exporting {
      public Exported {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
      }
    }

    /// Something is not known of some payees.
    record Incomplete(List<Gap> gaps) implements Exporting {
      public Incomplete {
        gaps = List.copyOf(gaps);
      }
    }

    /// There is no such target.
    record NoTarget() implements Exporting {}
  }

  /// What is not known of a payout's payee.
  public record Gap(String reference, PayrollField field) {}

  public Exporting execute(LocalDate payDay, String targetName) {
    var target = readTarget.execute(targetName);
    if (target.isEmpty()) {
      return new Exporting.NoTarget();
    }
    var columns = target.get().columns();
    var gaps = new ArrayList<Gap>();
    var rows = new ArrayList<List<String>>();
    var run = readPayRun.execute(payDay);
    for (var item : run.items()) {
      if (item.payout().isToBePaid() && item.payout().kind() == RewardKind.MONEY) {
        var row = new ArrayList<String>();
        for (var column : columns) {
          var cell = cell(column, item, run);
          if (cell.isEmpty()) {
            gaps.add(new Gap(reference(item), column.field()));
          }
          row.add(cell.orElse(""));
        }
        rows.add(row);
      }
    }
    return gaps.isEmpty()
        ? new Exporting.Exported(columns.stream().map(Column::title).toList(), rows)
        : new Exporting.Incomplete(gaps);
  }

  private static Optional<String> cell(Column column, Item item, Run run) {
    var payout = item.payout();
    return switch (column.field()) {
      case YEAR -> Optional.of(Integer.toString(run.payDay().getYear()));
      case PERIOD -> Optional.of(Integer.toString(run.payDay().getMonthValue()));
      case PERSONNEL_NUMBER -> item.colleague().map(Colleague::personnelNumber);
      case HR_NUMBER -> item.colleague().map(it -> it.number().value());
      case PAYEE_NAME -> Optional.of(item.payeeName()).filter(name -> !name.isEmpty());
      case ENTITY -> said(item, Detail.ENTITY);
      case COST_CENTRE -> said(item, Detail.COST_CENTRE);
      case WAGE_CODE -> said(item, Detail.WAGE_CODE);
      case AMOUNT -> Optional.of(payout.amount().amount().toPlainString());
      case CURRENCY -> Optional.of(payout.amount().currency().getCurrencyCode());
      case DUE_ON -> Optional.of(payout.dueOn().toString());
      case PROMISED_ON -> Optional.of(payout.promisedOn().toString());
      case REFERENCE -> Optional.of(reference(item));
      case TAX_LABEL -> run.settings().flatMap(known -> known.taxLabel(payout.kind()));
      case CONSTANT -> column.constant();
    };
  }

  private static Optional<String> said(Item item, Detail detail) {
    return item.colleague().flatMap(colleague -> colleague.text(detail));
  }

  private static String reference(Item item) {
    return PayoutReference.of(item.payout().receiptNumber(), item.payout().instalment());
  }
}
