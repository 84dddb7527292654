package org.candlewright.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored runs. Implemented by the store. */
public interface RunStore {
  /** Stores a run, replacing one of the same id, in one transaction. */
  void save(StoredRun run);

  /** Summaries, latest stored first. */
  List<Summary> summaries();

  /** The run of that id, or the latest stored of that name. */
  Optional<StoredRun> find(String idOrName);

  void delete(String id);

  /**
   * What lists show of a run.
   *
   * @param mode {@code backtest}, {@code paper} or {@code live}
   * @param instruments names, comma separated, in the run's order
   * @param netProfit of closed trades, in the account's currency
   */
  record Summary(
      String id,
      String name,
      String mode,
      String strategy,
      String instruments,
      long fromMillis,
      long toMillis,
      BigDecimal netProfit,
      long trades) {}

  /**
   * A run as stored.
   *
   * @param files content by file name as the output folder holds it ({@code run.json}, {@code
   *     trades.csv}, …); kept compressed
   */
  record StoredRun(Summary summary, Map<String, byte[]> files) {}
}
