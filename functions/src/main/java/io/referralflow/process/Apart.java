package io.referralflow.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// Does many things, each whether or not another fails, and tells of the faults at the end.
final class Apart {

  private final List<RuntimeException> faults = new ArrayList<>();

  void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      faults.add(fault);
    }
  }

  /// Does something that counts; 0 when it fails.
  int count(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException fault) {
      faults.add(fault);
      return 0;
    }
  }

  /// Throws the first fault, with the others in it, if there was any.
  void end() {
    if (faults.isEmpty()) {
      return;
    }
    var first = faults.getFirst();
    faults.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }
}
