package org.candlewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UiThreadTest {
  private final Queue<Runnable> frame = new ArrayDeque<>();
  private final List<Integer> seen = new ArrayList<>();
  private final UiThread thread = new UiThread(Runnable::run, frame::add);

  private void nextFrame() {
    for (int count = frame.size(); count > 0; count--) {
      frame.remove().run();
    }
  }

  @Test
  void aFrameSeesOnlyTheLatestOfManyValues() {
    Consumer<Integer> sink = thread.conflated(seen::add);
    for (int i = 0; i < 1_000; i++) {
      sink.accept(i);
    }
    nextFrame();
    assertThat(seen).containsExactly(999);
  }

  @Test
  void aValueAfterTheFrameWaitsForTheNext() {
    Consumer<Integer> sink = thread.conflated(seen::add);
    sink.accept(1);
    nextFrame();
    sink.accept(2);
    assertThat(seen).containsExactly(1);
    nextFrame();
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void aFrameWithoutNewValuesCallsNobody() {
    Consumer<Integer> sink = thread.conflated(seen::add);
    sink.accept(1);
    nextFrame();
    nextFrame();
    assertThat(seen).containsExactly(1);
  }
}
