package org.candlewright.analytics.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.InputException;

/**
 * Screens all pairs of a universe. Pairs are computed by several threads, each result at its own
 * place, so that rows and figures do not depend on who was faster.
 */
public final class PairScreening {
  /** Two million pairs keep half a gigabyte of rows. */
  static final long MOST_PAIRS = 2_000_000;

  private final ScreeningSettings settings;

  public PairScreening(ScreeningSettings settings) {
    this.settings = settings;
  }

  /** Told now and then how far the work has come. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (done, total) -> {};

    void pairs(int done, int total);
  }

  /**
   * One row a pair, by the names of both.
   *
   * @param progress called from the working threads, one at a time
   * @param cancelled asked before each pair
   * @throws CancelledRunException if cancelled
   * @throws InputException if there are fewer than two series or more pairs than fit
   */
  public List<PairRow> screen(
      List<PriceSeries> universe, Progress progress, BooleanSupplier cancelled) {
    List<PriceSeries> series =
        universe.stream().sorted(Comparator.comparing(PriceSeries::instrument)).toList();
    int pairs = checkedPairs(series.size());
    PairRow[] rows = new PairRow[pairs];
    Work work = new Work(series, rows, progress, cancelled);
    runAll(work);
    if (work.stopped.get()) {
      throw new CancelledRunException();
    }
    return judged(rows);
  }

  /**
   * How many pairs a number of instruments makes; to be asked before their bars are read.
   *
   * @throws InputException if there are fewer than two instruments or more pairs than fit
   */
  public static int checkedPairs(int instruments) {
    if (instruments < 2) {
      throw new InputException(
          "a pair needs two instruments, " + instruments + " given",
          "Name at least two, or a wildcard that finds more");
    }
    long pairs = (long) instruments * (instruments - 1) / 2;
    if (pairs > MOST_PAIRS) {
      throw new InputException(
          instruments + " instruments make " + pairs + " pairs, more than " + MOST_PAIRS,
          "Choose fewer, for example those with the most turnover");
    }
    return (int) pairs;
  }

  private void runAll(Work work) {
    try (ExecutorService pool = Executors.newFixedThreadPool(settings.workers())) {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < settings.workers(); i++) {
        parts.add(pool.submit(() -> work.run(settings.minimumCorrelation())));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a pair could not be computed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledRunException();
    }
  }

  private List<PairRow> judged(PairRow[] rows) {
    int[] tested = IntStream.range(0, rows.length).filter(i -> isTested(rows[i])).toArray();
    double[] pValues =
        Arrays.stream(tested)
            .mapToDouble(i -> rows[i].figures().orElseThrow().eitherPValue())
            .toArray();
    double[] adjusted = BenjaminiHochberg.qValues(pValues);
    for (int i = 0; i < tested.length; i++) {
      rows[tested[i]] = rows[tested[i]].judged(adjusted[i], settings.falseDiscoveryRate());
    }
    return List.of(rows);
  }

  private static boolean isTested(PairRow row) {
    return row.figures().isPresent();
  }

  /** The pairs still to do, shared by the workers. */
  private static final class Work {
    private static final int REPORT_EVERY = 64;

    private final List<PriceSeries> series;
    private final PairRow[] rows;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int done;

    Work(List<PriceSeries> series, PairRow[] rows, Progress progress, BooleanSupplier cancelled) {
      this.series = series;
      this.rows = rows;
      this.progress = progress;
      this.cancelled = cancelled;
    }

    /** Takes one instrument after the other and computes its pairs with all behind it. */
    void run(double minimumCorrelation) {
      PairAnalysis analysis = new PairAnalysis(minimumCorrelation);
      int count = series.size();
      for (int i = next.getAndIncrement(); i < count - 1; i = next.getAndIncrement()) {
        int at = firstPair(i);
        int reported = 0;
        for (int j = i + 1; j < count; j++) {
          if (stopped.get() || cancelled.getAsBoolean()) {
            stopped.set(true);
            return;
          }
          rows[at++] = analysis.row(series.get(i), series.get(j));
          if (++reported == REPORT_EVERY) {
            report(reported);
            reported = 0;
          }
        }
        report(reported);
      }
    }

    /** Place of the pair of an instrument and the one behind it. */
    private int firstPair(int i) {
      return (int) ((long) i * series.size() - (long) i * (i + 1) / 2);
    }

    private synchronized void report(int pairs) {
      done += pairs;
      progress.pairs(done, rows.length);
    }
  }
}
