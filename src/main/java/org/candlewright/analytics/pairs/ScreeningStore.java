package org.candlewright.analytics.pairs;

import java.util.List;
import java.util.Optional;
import org.candlewright.market.InstrumentId;

/** Screenings that were made. Implemented by the store. */
public interface ScreeningStore {
  /**
   * Keeps a screening.
   *
   * @param madeMillis when, epoch milliseconds UTC
   * @return its number
   */
  long save(long madeMillis, ScreeningQuestion question, List<PairRow> rows);

  /** All screenings, the newest first. */
  List<Session> sessions();

  /** A screening's rows in their order; empty if there is none of that number. */
  Optional<List<PairRow>> rows(long id);

  /** What screenings found of one pair, the newest first. */
  List<Finding> history(InstrumentId first, InstrumentId second);

  void delete(long id);

  /**
   * A screening in the list.
   *
   * @param pairs how many rows it has
   * @param passing how many passed
   */
  record Session(long id, long madeMillis, ScreeningQuestion question, int pairs, int passing) {}

  /** What one screening found of a pair. */
  record Finding(Session session, PairRow row) {}
}
