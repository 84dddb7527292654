package org.candlewright.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candlewright.ui.UiThread;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {
  private final Queue<Runnable> background = new ArrayDeque<>();
  private long now;
  private final BackgroundWork work =
      new BackgroundWork(UiThread.immediate(), background::add, () -> now);
  private final List<String> told = new ArrayList<>();

  private void start(Job<String> job) {
    work.start("Work", job, told::add, failure -> told.add("failed: " + failure.getMessage()));
  }

  @Test
  void workIsListedFromItsStartToItsEnd() {
    start((cancelled, progress) -> "done");
    assertThat(work.running()).hasSize(1);
    assertThat(work.busyProperty().get()).isTrue();
    background.remove().run();
    assertThat(work.running()).isEmpty();
    assertThat(work.busyProperty().get()).isFalse();
    assertThat(told).containsExactly("done");
  }

  @Test
  void aFailureIsToldOnce() {
    start(
        (cancelled, progress) -> {
          throw new IllegalStateException("no");
        });
    background.remove().run();
    assertThat(told).containsExactly("failed: no");
  }

  @Test
  void theJobSeesThatItWasCancelled() {
    AtomicBoolean seen = new AtomicBoolean();
    WorkItem item =
        work.start(
            "Work",
            (cancelled, progress) -> {
              seen.set(cancelled.getAsBoolean());
              return "";
            },
            done -> {},
            failure -> {});
    item.cancel();
    background.remove().run();
    assertThat(seen).isTrue();
  }

  @Test
  void halfDoneAfterTenSecondsLeavesTen() {
    List<String> details = new ArrayList<>();
    start(
        (cancelled, progress) -> {
          now = 10_000_000_000L;
          progress.accept(0.5);
          details.add(work.running().getFirst().detailProperty().get());
          return "";
        });
    background.remove().run();
    assertThat(details).containsExactly("50 %, 10 s left");
  }
}
