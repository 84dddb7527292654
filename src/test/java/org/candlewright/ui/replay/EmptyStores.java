package org.candlewright.ui.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.replay.Bookmark;
import org.candlewright.replay.BookmarkStore;

/** Stores that hold nothing. */
final class EmptyStores {
  private EmptyStores() {}

  /** Holds instruments with their bars and funding. */
  static class Holding implements MarketStore {
    private final List<InstrumentData> data;

    Holding(List<InstrumentData> data) {
      this.data = data;
    }

    private InstrumentData of(InstrumentId id) {
      return data.stream()
          .filter(each -> each.instrument().id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public List<Instrument> instruments() {
      return data.stream().map(InstrumentData::instrument).toList();
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
      return instruments().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
      return of(id).bars();
    }

    @Override
    public List<Timeframe> timeframes(InstrumentId id) {
      return List.of(of(id).bars().timeframe());
    }

    @Override
    public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
      return of(id).marks();
    }

    @Override
    public FundingHistory funding(InstrumentId id) {
      return of(id).funding();
    }

    @Override
    public List<StoredSeries> contents() {
      return List.of();
    }
  }

  static final class Market implements MarketStore {
    @Override
    public List<Instrument> instruments() {
      return List.of();
    }

    @Override
    public Optional<Instrument> instrument(InstrumentId id) {
      return Optional.empty();
    }

    @Override
    public BarSeries bars(InstrumentId id, Timeframe timeframe, Period period) {
      throw new AssertionError("nothing is stored");
    }

    @Override
    public List<Timeframe> timeframes(InstrumentId id) {
      return List.of();
    }

    @Override
    public Optional<BarSeries> marks(InstrumentId id, Timeframe timeframe, Period period) {
      return Optional.empty();
    }

    @Override
    public FundingHistory funding(InstrumentId id) {
      return FundingHistory.none();
    }

    @Override
    public List<StoredSeries> contents() {
      return List.of();
    }
  }

  static final class Runs implements RunStore {
    @Override
    public void save(StoredRun run) {
      throw new AssertionError("replay stores nothing");
    }

    @Override
    public List<Summary> summaries() {
      return List.of();
    }

    @Override
    public Optional<StoredRun> find(String idOrName) {
      return Optional.empty();
    }

    @Override
    public void delete(String id) {
      throw new AssertionError("replay deletes nothing");
    }
  }

  /** Keeps what is stored in a list, latest last. */
  static final class Keeping implements RunStore {
    private final List<StoredRun> runs;

    Keeping(List<StoredRun> runs) {
      this.runs = runs;
    }

    @Override
    public void save(StoredRun run) {
      runs.add(run);
    }

    @Override
    public List<Summary> summaries() {
      return runs.reversed().stream().map(StoredRun::summary).toList();
    }

    @Override
    public Optional<StoredRun> find(String idOrName) {
      return runs.stream().filter(each -> each.summary().id().equals(idOrName)).findFirst();
    }

    @Override
    public void delete(String id) {
      runs.removeIf(each -> each.summary().id().equals(id));
    }
  }

  /** Keeps bookmarks in memory. */
  static final class Bookmarks implements BookmarkStore {
    private final Map<String, TreeMap<Long, Bookmark>> runs = new HashMap<>();

    @Override
    public List<Bookmark> bookmarks(String runId) {
      return List.copyOf(runs.getOrDefault(runId, new TreeMap<>()).values());
    }

    @Override
    public void keep(String runId, Bookmark bookmark) {
      runs.computeIfAbsent(runId, id -> new TreeMap<>()).put(bookmark.timeMillis(), bookmark);
    }

    @Override
    public void remove(String runId, long timeMillis) {
      runs.getOrDefault(runId, new TreeMap<>()).remove(timeMillis);
    }
  }
}
