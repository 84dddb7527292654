package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.export.RunReport;
import org.candlewright.ui.format.Numbers;

/** A result in words. */
final class ResultText {
  private static final long DAY = 86_400_000L;

  private ResultText() {}

  /** The one sentence. */
  static String sentence(ResultContent content) {
    RunReport report = content.report();
    if (report.trades().isEmpty()) {
      return "No trade was made";
    }
    if (report.instruments().size() == 1) {
      return report.instruments().getFirst()
          + (net(report).signum() > 0 ? " profitable after costs" : " not profitable after costs");
    }
    long good =
        content.lines().stream().filter(line -> !line.total() && line.figures().net() > 0).count();
    return good + " of " + report.instruments().size() + " pairs profitable after costs";
  }

  /** What is behind it. */
  static String note(RunReport report) {
    long days = Math.max(1, (report.period().toMillis() - report.period().fromMillis()) / DAY);
    return Numbers.count(report.trades().size())
        + (report.trades().size() == 1 ? " trade in " : " trades in ")
        + Numbers.count(days)
        + " days. Costs took "
        + money(report, "fees")
        + " in fees and "
        + money(report, "slippage")
        + " in slippage; funding "
        + (funding(report).signum() < 0 ? "cost " : "brought ")
        + Numbers.fixed(funding(report).abs(), 2)
        + " "
        + report.currency()
        + ".";
  }

  static BigDecimal net(RunReport report) {
    return figure(report, "net_profit").orElse(BigDecimal.ZERO);
  }

  private static BigDecimal funding(RunReport report) {
    return figure(report, "funding").orElse(BigDecimal.ZERO);
  }

  private static String money(RunReport report, String name) {
    return figure(report, name).map(value -> Numbers.fixed(value, 2)).orElse(Numbers.UNKNOWN);
  }

  static Optional<BigDecimal> figure(RunReport report, String name) {
    return report.figure(name);
  }
}
