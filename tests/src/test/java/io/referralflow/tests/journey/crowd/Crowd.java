package io.referralflow.tests.journey.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Does one thing many times, some of them at once.
final class Crowd {

  private Crowd() {}

  /// What came of each, in their order; the first failure ends it.
  static <T> List<T> each(int times, int atOnce, IntFunction<T> task) {
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      var tasks = new ArrayList<Future<T>>();
      for (var i = 0; i < times; i++) {
        var number = i;
        tasks.add(threads.submit(() -> task.apply(number)));
      }
      var results = new ArrayList<T>();
      for (var each : tasks) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Two things at the same moment; answers what came of the second.
  static <T> T together(Runnable one, Supplier<T> other) {
    var ready = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(1)) {
      var first =
          threads.submit(() -> {
            var _ = ready.await();
            one.run();
            return true;
          });
      var _ = ready.await();
      var result = other.get();
      var _ = first.get();
      return result;
    } catch (ExecutionException | BrokenBarrierException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
