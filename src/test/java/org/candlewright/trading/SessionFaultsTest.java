package org.candlewright.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.trading.MarketInput.Instant;
import org.candlewright.trading.journal.MemoryJournal;
import org.candlewright.trading.journal.RecordKind;
import org.junit.jupiter.api.Test;

/** Whatever happens around a session, it stops safely, says why, goes on when it may. */
class SessionFaultsTest {
  private static final int DAYS = 30;
  private static final long HOUR = 3_600_000L;

  private final MemoryJournal journal = new MemoryJournal();
  private final SessionBench bench = new SessionBench(journal, DAYS);

  private static void feed(TradingExecutor executor, List<MarketInput> inputs)
      throws InterruptedException {
    for (MarketInput input : inputs) {
      assertThat(executor.submit(input)).isTrue();
    }
  }

  private static BacktestResult end(TradingExecutor executor) {
    TradingExecutor.Outcome outcome = executor.outcome().join();
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.finished()).isTrue();
    executor.close();
    return outcome.result().orElseThrow();
  }

  private static void same(BacktestResult one, BacktestResult other) {
    assertThat(one.log().fills()).isEqualTo(other.log().fills());
    assertThat(one.log().trades()).isEqualTo(other.log().trades());
    assertThat(one.days()).isEqualTo(other.days());
  }

  /** Waits until the session has worked what was fed. */
  private static void settle(TradingExecutor executor, long instant) throws InterruptedException {
    while (executor.snapshot().timeMillis() < instant) {
      Thread.sleep(1);
    }
  }

  private static int half(List<MarketInput> inputs) {
    int at = inputs.size() / 2;
    while (!(inputs.get(at - 1) instanceof Instant)) {
      at++;
    }
    return at;
  }

  private static long instant(List<MarketInput> inputs, int before) {
    return ((Instant) inputs.get(before - 1)).time();
  }

  @Test
  void undisturbedItIsTheBacktest() throws InterruptedException {
    TradingExecutor executor = bench.begin();
    feed(executor, bench.inputs(Long.MIN_VALUE));
    BacktestResult result = end(executor);
    assertThat(result.trades()).hasSizeGreaterThan(5);
    same(result, bench.backtest());
    same(bench.again(), result);
    assertThat(bench.alarms).isEmpty();
    assertThat(bench.trading().disagreement(SessionBench.RUN)).isEmpty();
  }

  @Test
  void aSessionThatWasLeftGoesOnAsIfItHadNotBeen() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor first = bench.begin();
    feed(first, inputs.subList(0, middle));
    settle(first, instant(inputs, middle));
    first.close();
    assertThat(first.outcome().join().finished()).isFalse();
    TradingExecutor second = bench.goOn();
    assertThat(second.resumesAfter()).isEqualTo(instant(inputs, middle));
    feed(second, bench.inputs(second.resumesAfter()));
    same(end(second), bench.backtest());
    assertThat(bench.records(RecordKind.RECOVERED)).hasSize(1);
    assertThat(bench.sent).doesNotHaveDuplicates();
  }

  @Test
  void inputsThatComeTwiceOrLateAreLeftOutAndNamed() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(4);
    List<MarketInput> inputs = new ArrayList<>();
    List<MarketInput> clean = bench.inputs(Long.MIN_VALUE);
    int added = 0;
    for (int i = 0; i < clean.size(); i++) {
      inputs.add(clean.get(i));
      if (i > 100 && random.nextInt(40) == 0) {
        inputs.add(clean.get(i - random.nextInt(90)));
        added++;
      }
    }
    inputs.remove(inputs.size() - 1);
    inputs.add(clean.getLast());
    TradingExecutor executor = bench.begin();
    feed(executor, inputs);
    same(end(executor), bench.backtest());
    assertThat(bench.records(RecordKind.REFUSED_INPUT)).hasSizeBetween(added - 1, added);
    assertThat(bench.alarms).allMatch(text -> text.startsWith("An input was left out"));
  }

  @Test
  void whileTheDiskIsFullNoOrderLeavesAndNothingIsLost() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    settle(executor, instant(inputs, middle));
    int sentBefore = bench.sent.size();
    journal.full(true);
    Thread feeding =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    feed(executor, inputs.subList(middle, inputs.size()));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (bench.alarms.isEmpty()) {
      Thread.sleep(1);
    }
    assertThat(bench.alarms.getFirst()).contains("stands still", "no space left");
    assertThat(bench.sent).hasSize(sentBefore);
    journal.full(false);
    same(end(executor), bench.backtest());
    assertThat(bench.alarms).last().asString().contains("trading goes on");
    feeding.join();
  }

  @Test
  void aJumpOfTheClockIsNamedAndChangesNothing() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    settle(executor, instant(inputs, middle));
    bench.wall.addAndGet(-HOUR);
    while (bench.alarms.isEmpty()) {
      Thread.sleep(1);
    }
    assertThat(bench.alarms.getFirst()).contains("jumped by -3600 s");
    feed(executor, inputs.subList(middle, inputs.size()));
    same(end(executor), bench.backtest());
  }

  @Test
  void whileTheFeedIsBehindNothingIsEnteredUntilItHasCaughtUp() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    long slept = instant(inputs, middle);
    settle(executor, slept);
    // The machine sleeps for a week of bars; the market does not.
    long woke = slept + 7 * 24 * HOUR;
    bench.market = woke;
    int caughtUp = middle;
    while (!(inputs.get(caughtUp - 1) instanceof Instant at && at.time() == woke)) {
      caughtUp++;
    }
    feed(executor, inputs.subList(middle, caughtUp));
    settle(executor, woke);
    bench.market = Long.MIN_VALUE;
    feed(executor, inputs.subList(caughtUp, inputs.size()));
    BacktestResult result = end(executor);
    assertThat(bench.alarms).hasSize(2);
    assertThat(bench.alarms.getFirst()).contains("behind: no new entries");
    assertThat(bench.alarms.getLast()).contains("caught up");
    assertThat(result.log().fills())
        .noneMatch(
            fill ->
                fill.entry() && fill.timeMillis() > slept && fill.timeMillis() < woke - 2 * HOUR);
    assertThat(result.log().fills()).anyMatch(fill -> fill.entry() && fill.timeMillis() > woke);
    same(bench.again(), result);
  }

  @Test
  void theKillFileClosesAndLocksUntilAReset() throws InterruptedException, ExecutionException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    settle(executor, instant(inputs, middle));
    bench.killed = true;
    while (executor.snapshot().halt().isEmpty()) {
      Thread.sleep(1);
    }
    long killedAt = instant(inputs, middle);
    int later = middle;
    while (!(inputs.get(later - 1) instanceof Instant at && at.time() == killedAt + 48 * HOUR)) {
      later++;
    }
    feed(executor, inputs.subList(middle, later));
    settle(executor, killedAt + 48 * HOUR);
    bench.killed = false;
    long reset = executor.command(Kind.RESET).get();
    feed(executor, inputs.subList(later, inputs.size()));
    BacktestResult result = end(executor);
    assertThat(result.log().fills())
        .noneMatch(
            fill -> fill.entry() && fill.timeMillis() >= killedAt && fill.timeMillis() < reset)
        .anyMatch(fill -> fill.entry() && fill.timeMillis() >= reset);
    assertThat(bench.records(RecordKind.MODE_CHANGE))
        .extracting(record -> record.body().getText())
        .containsSubsequence("KILL", "FLAT", "RESET");
    same(bench.again(), result);
  }

  @Test
  void aPausedStrategyEntersNothingAndIsTold() throws InterruptedException, ExecutionException {
    TradingExecutor executor = bench.begin();
    executor.command(Kind.PAUSE).get();
    feed(executor, bench.inputs(Long.MIN_VALUE));
    BacktestResult result = end(executor);
    assertThat(result.log().fills()).isEqualTo(Collections.emptyList());
    assertThat(bench.records(RecordKind.DECISION))
        .isNotEmpty()
        .allMatch(record -> record.body().getText().contains("mode_not_armed"));
  }

  @Test
  void aClockThatJumpsForthAndBackIsNamedTwiceAndChangesNothing() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    settle(executor, instant(inputs, middle));
    bench.wall.addAndGet(HOUR);
    awaitAlarms(1);
    bench.wall.addAndGet(-HOUR);
    awaitAlarms(2);
    assertThat(bench.alarms.getFirst()).contains("jumped by 3600 s");
    assertThat(bench.alarms.getLast()).contains("jumped by -3600 s");
    feed(executor, inputs.subList(middle, inputs.size()));
    same(end(executor), bench.backtest());
  }

  @Test
  void anHourOfSleepIsNoJumpOfTheClockAndTheBarsOfThatHourAreTakenAsTheyCome()
      throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    long slept = instant(inputs, middle);
    settle(executor, slept);
    // Both clocks go on while the machine sleeps; the hour's bar is there when it wakes.
    bench.market = slept + HOUR;
    bench.nanos.addAndGet(HOUR * 1_000_000L);
    bench.wall.addAndGet(HOUR);
    feed(executor, inputs.subList(middle, inputs.size() - 1));
    settle(executor, instant(inputs, inputs.size()) - HOUR);
    assertThat(bench.alarms).isEmpty();
    feed(executor, inputs.subList(inputs.size() - 1, inputs.size()));
    same(end(executor), bench.backtest());
  }

  @Test
  void aFeedThatStandsStillLetsNothingInAndSaysSoWithoutAnyInput() throws InterruptedException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int middle = half(inputs);
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, middle));
    long last = instant(inputs, middle);
    settle(executor, last);
    // The bar that runs ends in an hour, and may be two bars late.
    bench.market = last + 3 * HOUR;
    Thread.sleep(600);
    assertThat(bench.alarms).isEmpty();
    bench.market = last + 3 * HOUR + 1;
    awaitAlarms(1);
    assertThat(bench.alarms.getFirst()).contains("behind: no new entries");
    assertThat(executor.snapshot()).isNotNull();
    bench.market = Long.MIN_VALUE;
    awaitAlarms(2);
    assertThat(bench.alarms.getLast()).contains("caught up");
    feed(executor, inputs.subList(middle, inputs.size()));
    BacktestResult result = end(executor);
    same(bench.again(), result);
    assertThat(bench.trading().disagreement(SessionBench.RUN)).isEmpty();
  }

  @Test
  void barsInAnotherOrderWithinTheirInstantChangeNothing() throws InterruptedException {
    List<MarketInput> inputs = new ArrayList<>();
    List<MarketInput> together = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(6);
    for (MarketInput input : bench.inputs(Long.MIN_VALUE)) {
      if (input instanceof Instant) {
        Collections.shuffle(together, new java.util.Random(random.nextLong()));
        inputs.addAll(together);
        together.clear();
        inputs.add(input);
      } else {
        together.add(input);
      }
    }
    TradingExecutor executor = bench.begin();
    feed(executor, inputs);
    same(end(executor), bench.backtest());
    assertThat(bench.alarms).isEmpty();
  }

  private void awaitAlarms(int count) throws InterruptedException {
    while (bench.alarms.size() < count) {
      Thread.sleep(1);
    }
  }
}
