package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is compared of a pair, and how near is the same.
 *
 * @param tick of the instrument: prices within it agree
 * @param pnl how profits are made comparable
 */
public record PairChecks(BigDecimal tick, PnlBasis pnl) {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** How a listed profit is made comparable with the run's. */
  public sealed interface PnlBasis {
    /** Both are in the same currency. */
    record Same() implements PnlBasis {}

    /** The list's currency is the run's times the close of the day before the exit. */
    record Converted(DailyRates rates) implements PnlBasis {}

    /**
     * The currencies differ and no rate is known: the profit that follows from the list's prices
     * and quantity, less the run's fees.
     */
    record FromPrices() implements PnlBasis {}
  }

  boolean alike(ListedTrade listed, ListedTrade run) {
    return sameButPrices(listed, run)
        && listed.entryPrice().compareTo(run.entryPrice()) == 0
        && listed.exitPrice().compareTo(run.exitPrice()) == 0;
  }

  private static boolean sameButPrices(ListedTrade listed, ListedTrade run) {
    return listed.side() == run.side()
        && listed.entryMillis() == run.entryMillis()
        && listed.exitMillis() == run.exitMillis()
        && !run.open()
        && listed.quantity().compareTo(run.quantity()) == 0;
  }

  private boolean within(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(tick) <= 0;
  }

  TradePair compare(ListedTrade listed, ListedTrade run) {
    List<String> differences = new ArrayList<>();
    time("entry time", listed.entryMillis(), run.entryMillis(), differences);
    number("entry price", listed.entryPrice(), run.entryPrice(), differences);
    number("quantity", listed.quantity(), run.quantity(), differences);
    if (run.open()) {
      differences.add("exit: the run still held it at its end");
    }
    time("exit time", listed.exitMillis(), run.exitMillis(), differences);
    number("exit price", listed.exitPrice(), run.exitPrice(), differences);
    Optional<Boolean> pnlAgrees = pnl(listed, run, differences);
    return new TradePair(
        Optional.of(listed),
        Optional.of(run),
        List.copyOf(differences),
        sameButPrices(listed, run)
            && within(listed.entryPrice(), run.entryPrice())
            && within(listed.exitPrice(), run.exitPrice()),
        alike(listed, run),
        pnlAgrees);
  }

  private Optional<Boolean> pnl(ListedTrade listed, ListedTrade run, List<String> differences) {
    Optional<BigDecimal> theirs = listedPnl(listed, run);
    Optional<BigDecimal> ours = runPnl(listed, run);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return Optional.empty();
    }
    boolean agrees = theirs.get().subtract(ours.get()).abs().compareTo(CENT) <= 0;
    if (!agrees) {
      number("P&L", theirs.get(), ours.get(), differences);
    }
    return Optional.of(agrees);
  }

  private Optional<BigDecimal> listedPnl(ListedTrade listed, ListedTrade run) {
    return pnl instanceof PnlBasis.FromPrices
        ? Optional.of(
            listed
                .exitPrice()
                .subtract(listed.entryPrice())
                .multiply(listed.quantity())
                .multiply(BigDecimal.valueOf(listed.side()))
                .subtract(run.costs()))
        : listed.netPnl();
  }

  /** The run's profit in the list's currency, rounded to the cents of a list that is converted. */
  private Optional<BigDecimal> runPnl(ListedTrade listed, ListedTrade run) {
    if (pnl instanceof PnlBasis.Converted converted) {
      return converted
          .rates()
          .before(listed.exitMillis())
          .flatMap(rate -> run.netPnl().map(value -> value.multiply(rate)))
          .map(value -> value.setScale(2, RoundingMode.HALF_EVEN));
    }
    return run.netPnl();
  }

  TradePair missing(ListedTrade listed) {
    return alone(Optional.of(listed), Optional.empty(), "the run has no such trade");
  }

  TradePair extra(ListedTrade run) {
    return alone(Optional.empty(), Optional.of(run), "the list has no such trade");
  }

  private static TradePair alone(
      Optional<ListedTrade> listed, Optional<ListedTrade> run, String difference) {
    return new TradePair(listed, run, List.of(difference), false, false, Optional.empty());
  }

  private static void time(String what, long listed, long run, List<String> differences) {
    if (listed != run) {
      differences.add(
          what + ": list " + Instant.ofEpochMilli(listed) + ", run " + Instant.ofEpochMilli(run));
    }
  }

  private static void number(
      String what, BigDecimal listed, BigDecimal run, List<String> differences) {
    if (listed.compareTo(run) != 0) {
      differences.add(
          what
              + ": list "
              + listed.stripTrailingZeros().toPlainString()
              + ", run "
              + run.stripTrailingZeros().toPlainString());
    }
  }
}
