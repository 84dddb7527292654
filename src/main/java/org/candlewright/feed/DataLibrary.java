package org.candlewright.feed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.backtest.MarketStore.StoredSeries;
import org.candlewright.engine.CancelledRunException;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Timeframe;
import org.candlewright.store.Store;

/** The market data of a home, looked through and changed by hand. */
public final class DataLibrary {
  /** The longest interval that settlements keep. */
  private static final long EIGHT_HOURS = 8 * 3_600_000L;

  private final Store store;
  private final CsvImport csv;

  public DataLibrary(Store store, CsvImport csv) {
    this.store = store;
    this.csv = csv;
  }

  /** What a file holds. */
  public enum Content {
    CANDLES,
    MARK,
    FUNDING
  }

  /**
   * Data without a hole.
   *
   * @param fromMillis first open or settlement time, epoch milliseconds UTC
   * @param toMillis end of its last bar, or the last settlement
   */
  public record Stretch(long fromMillis, long toMillis) {}

  /**
   * A series as it lies in the home.
   *
   * @param bytes on disk, compressed
   * @param stretches in order, with a hole between each and the next
   */
  public record Held(StoredSeries series, long bytes, List<Stretch> stretches) {}

  /**
   * Everything stored, by instrument; reads times only where there are holes.
   *
   * @throws CancelledRunException if cancelled
   */
  public List<Held> contents(BooleanSupplier cancelled) {
    Map<String, Long> sizes = store.sizes();
    List<Held> held = new ArrayList<>();
    for (StoredSeries series : store.contents()) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      long bytes = sizes.getOrDefault(Store.sizeKey(series), 0L);
      held.add(new Held(series, bytes, stretches(series)));
    }
    return List.copyOf(held);
  }

  private List<Stretch> stretches(StoredSeries series) {
    long bar = series.timeframe().map(Timeframe::millis).orElse(0L);
    Optional<Times> times = series.gaps() == 0 ? Optional.empty() : times(series);
    if (times.isEmpty()) {
      return List.of(new Stretch(series.firstMillis(), series.lastMillis() + bar));
    }
    Times known = times.get();
    List<Stretch> found = new ArrayList<>();
    long from = known.millis()[0];
    for (int i = 1; i < known.size(); i++) {
      if (known.millis()[i] - known.millis()[i - 1] > known.step()) {
        found.add(new Stretch(from, known.millis()[i - 1] + bar));
        from = known.millis()[i];
      }
    }
    found.add(new Stretch(from, known.millis()[known.size() - 1] + bar));
    return List.copyOf(found);
  }

  /** Times of a series and the longest distance that is no hole. */
  @SuppressWarnings("ArrayRecordComponent") // a column of the store, not written to
  private record Times(long[] millis, int size, long step) {}

  private Optional<Times> times(StoredSeries series) {
    return switch (series.what()) {
      case "candles", "mark" ->
          series
              .timeframe()
              .flatMap(
                  bars -> store.storedBars(series.instrument(), bars, series.what().equals("mark")))
              .map(DataLibrary::times);
      case "funding" -> Optional.of(times(store.funding(series.instrument())));
      default -> Optional.empty();
    };
  }

  private static Times times(BarSeries bars) {
    return new Times(bars.openTimes(), bars.size(), bars.timeframe().millis());
  }

  private static Times times(FundingHistory funding) {
    long[] times = new long[funding.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = funding.time(i);
    }
    return new Times(times, times.length, EIGHT_HOURS);
  }

  /** Deletes a series; an instrument of which nothing is left goes with it. */
  public void delete(StoredSeries series) {
    store.change(batch -> batch.delete(series));
  }

  /** What a file seems to hold. */
  public FilePreview preview(Path file) {
    return FilePreview.of(file);
  }

  /**
   * Imports a file.
   *
   * @throws org.candlewright.market.InputException if it cannot be read as that; nothing is stored
   */
  public ImportReport bring(
      Path file, Content content, ImportOptions options, BooleanSupplier cancelled) {
    return switch (content) {
      case CANDLES -> csv.bars(file, options, false, cancelled);
      case MARK -> csv.bars(file, options, true, cancelled);
      case FUNDING -> csv.funding(file, options, cancelled);
    };
  }
}
