package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.export.RunReport;
import org.candlewright.ui.format.Numbers;

/** A result in words. */
final class ResultText {
  private static final long DAY = 86_400_000L;

  /** As the engine's analysis flags samples. */
  private static final int FEW_TRADES = 30;

  /**
   * Probability, that the true Sharpe ratio is above zero, from which it passes for more than luck.
   */
  private static final BigDecimal SURE = new BigDecimal("0.95");

  private ResultText() {}

  /** The one sentence. */
  static String sentence(ResultContent content) {
    RunReport report = content.report();
    if (report.trades().isEmpty()) {
      return "No trade was made";
    }
    int pairs = pairs(report);
    if (pairs == 1) {
      return String.join(" with ", report.instruments())
          + (net(report).signum() > 0 ? " profitable after costs" : " not profitable after costs");
    }
    long good =
        content.lines().stream().filter(line -> !line.total() && line.figures().net() > 0).count();
    return good + " of " + pairs + " pairs profitable after costs";
  }

  /** What was traded as one: an instrument, or two that were named as a pair. */
  private static int pairs(RunReport report) {
    List<String> named = report.instruments();
    boolean twoNamed =
        report.trades().stream()
            .anyMatch(trade -> trade.secondLeg().filter(named::contains).isPresent());
    return twoNamed ? named.size() / 2 : named.size();
  }

  /** What is behind it. */
  static String note(RunReport report) {
    return Numbers.count(report.trades().size())
        + (report.trades().size() == 1 ? " trade in " : " trades in ")
        + Numbers.count(days(report))
        + " days. Costs took "
        + money(report, "fees")
        + " in fees and "
        + money(report, "slippage")
        + " in slippage; funding "
        + (funding(report).signum() < 0 ? "cost " : "brought ")
        + Numbers.fixed(funding(report).abs(), Numbers.moneyDecimals(report.currency()))
        + " "
        + report.currency()
        + ".";
  }

  /** Why the result may be luck; empty where nothing speaks for that. */
  static String caution(RunReport report) {
    int trades = report.trades().size();
    if (trades == 0 || net(report).signum() <= 0) {
      return "";
    }
    if (trades < FEW_TRADES) {
      return Numbers.count(trades)
          + (trades == 1 ? " trade" : " trades")
          + ": too few to tell from luck";
    }
    boolean sure =
        figure(report, "probabilistic_sharpe_ratio")
            .map(probability -> probability.compareTo(SURE) >= 0)
            .orElse(true);
    return sure
        ? ""
        : "Sharpe "
            + figure(report, "sharpe_ratio")
                .map(sharpe -> Numbers.fixed(sharpe, 2))
                .orElse(Numbers.UNKNOWN)
            + " over "
            + Numbers.count(days(report))
            + " days: too short to tell from luck";
  }

  private static long days(RunReport report) {
    return Math.max(1, (report.period().toMillis() - report.period().fromMillis()) / DAY);
  }

  static BigDecimal net(RunReport report) {
    return figure(report, "net_profit").orElse(BigDecimal.ZERO);
  }

  private static BigDecimal funding(RunReport report) {
    return figure(report, "funding").orElse(BigDecimal.ZERO);
  }

  private static String money(RunReport report, String name) {
    return figure(report, name)
        .map(value -> Numbers.fixed(value, Numbers.moneyDecimals(report.currency())))
        .orElse(Numbers.UNKNOWN);
  }

  static Optional<BigDecimal> figure(RunReport report, String name) {
    return report.figure(name);
  }
}
