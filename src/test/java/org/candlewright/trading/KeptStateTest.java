package org.candlewright.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.trading.MarketInput.Instant;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.KeptState;
import org.candlewright.trading.journal.MemoryJournal;
import org.candlewright.trading.journal.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that goes on from a kept state is the one that goes on from its whole journal. */
class KeptStateTest {
  private static final int DAYS = 30;
  private static final long EVERY = 400;

  private final MemoryJournal journal = new MemoryJournal();

  private record Ended(BacktestResult result, List<JournalRecord> records) {}

  private static void feed(TradingExecutor executor, List<MarketInput> inputs)
      throws InterruptedException {
    for (MarketInput input : inputs) {
      assertThat(executor.submit(input)).isTrue();
    }
  }

  private static Ended end(SessionBench bench, TradingExecutor executor) {
    TradingExecutor.Outcome outcome = executor.outcome().join();
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.finished()).isTrue();
    executor.close();
    List<JournalRecord> records = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      if (kind != RecordKind.RECOVERED) {
        records.addAll(bench.records(kind));
      }
    }
    return new Ended(outcome.result().orElseThrow(), records);
  }

  /** Feeds two thirds, pauses and resumes once on the way, and leaves. */
  private static void firstLife(SessionBench bench)
      throws InterruptedException, ExecutionException {
    List<MarketInput> inputs = bench.inputs(Long.MIN_VALUE);
    int at = inputs.size() * 2 / 3;
    while (!(inputs.get(at - 1) instanceof Instant)) {
      at++;
    }
    TradingExecutor executor = bench.begin();
    feed(executor, inputs.subList(0, at));
    while (executor.snapshot().timeMillis() < ((Instant) inputs.get(at - 1)).time()) {
      Thread.sleep(1);
    }
    executor.command(Kind.PAUSE).get();
    executor.command(Kind.RESUME).get();
    executor.close();
  }

  private static Ended secondLife(SessionBench bench, TradingExecutor executor)
      throws InterruptedException {
    feed(executor, bench.inputs(executor.resumesAfter()));
    return end(bench, executor);
  }

  private static Ended fromWholeJournal(String strategy)
      throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(new MemoryJournal(), DAYS, strategy, Long.MAX_VALUE);
    firstLife(bench);
    return secondLife(bench, bench.goOn());
  }

  private static void same(Ended one, Ended other) {
    assertThat(one.result().log().fills()).isEqualTo(other.result().log().fills());
    assertThat(one.result().log().trades()).isEqualTo(other.result().log().trades());
    assertThat(one.result().log().settlements()).isEqualTo(other.result().log().settlements());
    assertThat(one.result().days()).isEqualTo(other.result().days());
    assertThat(one.result().summary()).isEqualTo(other.result().summary());
    assertThat(one.records()).hasSameSizeAs(other.records());
    for (int i = 0; i < one.records().size(); i++) {
      assertThat(one.records().get(i).saysTheSameAs(other.records().get(i)))
          .describedAs(other.records().get(i).toString())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ema-crossover-stops", "grid", "dca", "triggers", "weighted-signals"})
  void fromAKeptStateItGoesOnAsFromTheWholeJournal(String strategy)
      throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(journal, DAYS, strategy, EVERY);
    firstLife(bench);
    TradingExecutor second = bench.goOnFromKept();
    assertThat(second.skipped()).isGreaterThan(EVERY);
    same(secondLife(bench, second), fromWholeJournal(strategy));
    assertThat(bench.trading().disagreement(SessionBench.RUN)).isEmpty();
    assertThat(bench.alarms).isEmpty();
  }

  @Test
  void aDamagedStateIsOfNoUseAndDoesNoHarm() throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(journal, DAYS, "grid", EVERY);
    firstLife(bench);
    KeptState kept = journal.kept(SessionBench.RUN).orElseThrow();
    byte[] damaged = kept.payload().clone();
    damaged[damaged.length / 2] ^= 4;
    journal.keep(
        SessionBench.RUN, new KeptState(kept.sequence(), kept.version(), kept.checksum(), damaged));
    TradingExecutor second = bench.goOnFromKept();
    assertThat(second.skipped()).isZero();
    same(secondLife(bench, second), fromWholeJournal("grid"));
  }

  @Test
  void aStateThatEndsTooSoonIsOfNoUseAndDoesNoHarm()
      throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(journal, DAYS, "grid", EVERY);
    firstLife(bench);
    KeptState kept = journal.kept(SessionBench.RUN).orElseThrow();
    journal.keep(
        SessionBench.RUN, KeptState.of(kept.sequence(), kept.version(), new long[] {1, 0, 1}));
    TradingExecutor second = bench.goOnFromKept();
    assertThat(second.skipped()).isZero();
    same(secondLife(bench, second), fromWholeJournal("grid"));
  }

  @Test
  void aStateOfWhatTheJournalHasLostIsOfNoUse() throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(journal, DAYS, "grid", EVERY);
    firstLife(bench);
    KeptState kept = journal.kept(SessionBench.RUN).orElseThrow();
    long lost = kept.sequence() + 1_000_000;
    journal.keep(
        SessionBench.RUN, new KeptState(lost, kept.version(), kept.checksum(), kept.payload()));
    TradingExecutor second = bench.goOnFromKept();
    assertThat(second.skipped()).isZero();
    same(secondLife(bench, second), fromWholeJournal("grid"));
  }

  @Test
  void aStateOfAnotherVersionOfTheProgramIsOfNoUse()
      throws InterruptedException, ExecutionException {
    SessionBench bench = new SessionBench(journal, DAYS, "grid", EVERY);
    firstLife(bench);
    KeptState kept = journal.kept(SessionBench.RUN).orElseThrow();
    journal.keep(
        SessionBench.RUN,
        new KeptState(kept.sequence(), "another", kept.checksum(), kept.payload()));
    TradingExecutor second = bench.goOnFromKept();
    assertThat(second.skipped()).isZero();
    second.close();
  }
}
