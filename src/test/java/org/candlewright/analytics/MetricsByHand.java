package org.candlewright.analytics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.candlewright.market.BarSeries;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;

/**
 * The metrics once more, with the formulas of a textbook over trades.csv, equity.csv and daily.csv.
 * NaN and infinity stand for undefined.
 */
final class MetricsByHand {
  private static final double DAY = 86_400_000.0;
  private static final double YEAR = 365.25 * DAY;

  record Row(
      String side,
      String symbol,
      long entry,
      long exit,
      double quantity,
      double cost,
      double fee,
      double entryFee,
      double funding,
      double slippage,
      double net,
      double mae,
      double mfe,
      double risk,
      String exitReason,
      int bars) {}

  private final Map<String, Double> values = new HashMap<>();
  private final List<Row> trades;
  private final double capital;
  private final double[] equity;
  private final long[] equityTimes;
  private final List<long[]> dayEnds = new ArrayList<>();
  private final double[] daily;
  private final long first;
  private final long end;
  private final long bar;
  private final Period period;
  private final List<BarSeries> series;
  private final String side;

  MetricsByHand(Runs run, String side) {
    this.side = side;
    this.period = run.result().plan().setup().period();
    this.series =
        run.result().plan().setup().instruments().stream().map(InstrumentData::bars).toList();
    this.capital = run.result().plan().request().capital().doubleValue();
    this.bar = series.getFirst().timeframe().millis();
    List<NamedCsvRecord> rows = records(run.text("equity.csv"));
    this.equity = rows.stream().mapToDouble(r -> number(r, "equity")).toArray();
    this.equityTimes = rows.stream().mapToLong(r -> time(r, "time")).toArray();
    this.end = equityTimes[equityTimes.length - 1];
    this.first =
        series.stream()
            .mapToLong(b -> b.openTime(b.firstAtOrAfter(period.fromMillis())))
            .min()
            .orElseThrow();
    List<NamedCsvRecord> days =
        records(run.text("daily.csv")).stream().filter(r -> midnightAfter(r) <= end).toList();
    this.daily = new double[days.size() + 1];
    daily[0] = capital;
    for (int i = 0; i < days.size(); i++) {
      daily[i + 1] = number(days.get(i), "equity");
    }
    dayEnds.add(new long[] {first});
    days.forEach(r -> dayEnds.add(new long[] {midnightAfter(r)}));
    this.trades =
        records(run.text("trades.csv")).stream()
            .map(this::row)
            .filter(t -> side.equals("all") || t.side().equals(side))
            .sorted(Comparator.comparingLong(Row::exit))
            .toList();
    compute();
  }

  /** Metrics of one side by name. */
  static Map<String, Double> of(Runs run, String side) {
    return new MetricsByHand(run, side).values;
  }

  static List<NamedCsvRecord> records(String text) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static long time(NamedCsvRecord row, String column) {
    return Instant.parse(row.getField(column)).toEpochMilli();
  }

  private static long midnightAfter(NamedCsvRecord row) {
    return Instant.parse(row.getField("day") + "T00:00:00Z").toEpochMilli() + (long) DAY;
  }

  private Row row(NamedCsvRecord r) {
    double cost = number(r, "quantity") * number(r, "entry_price");
    if (!r.getField("leg_b_symbol").isEmpty()) {
      cost += number(r, "leg_b_quantity") * number(r, "leg_b_entry_price");
    }
    long entry = time(r, "entry_time");
    long exit = time(r, "exit_time");
    BarSeries bars =
        series.stream()
            .filter(b -> b.instrument().toString().equals(r.getField("symbol")))
            .findFirst()
            .orElseThrow();
    int held = 0;
    for (int i = 0; i < bars.size(); i++) {
      held += bars.openTime(i) > entry && bars.openTime(i) <= exit ? 1 : 0;
    }
    held += exit == end && r.getField("exit_reason").equals("backtest_end") ? 1 : 0;
    return new Row(
        r.getField("side"),
        r.getField("symbol"),
        entry,
        exit,
        number(r, "quantity"),
        cost,
        number(r, "entry_fee") + number(r, "exit_fee"),
        number(r, "entry_fee"),
        number(r, "total_funding"),
        number(r, "slippage"),
        number(r, "net_pnl"),
        number(r, "mae"),
        number(r, "mfe"),
        number(r, "initial_risk"),
        r.getField("exit_reason"),
        held);
  }

  private void put(String name, double value) {
    values.put(name, value);
  }

  private void putForAll(String name, double value) {
    put(name, side.equals("all") ? value : Double.NaN);
  }

  private void compute() {
    money();
    tradeAnalysis();
    streaks();
    returnsOnEquity();
    closedEquity();
    curves();
    capitalUse();
    tradingView();
  }

  private double sum(ToDoubleFunction<Row> of) {
    return trades.stream().mapToDouble(of).sum();
  }

  private double mean(ToDoubleFunction<Row> of) {
    return sum(of) / trades.size();
  }

  private List<Row> winners() {
    return trades.stream().filter(t -> t.net() > 0).toList();
  }

  private List<Row> losers() {
    return trades.stream().filter(t -> t.net() < 0).toList();
  }

  private static double meanOf(List<Row> rows, ToDoubleFunction<Row> of) {
    return rows.stream().mapToDouble(of).sum() / rows.size();
  }

  private static double maxOf(List<Row> rows, ToDoubleFunction<Row> of) {
    return rows.stream().mapToDouble(of).max().orElse(Double.NaN);
  }

  private double net() {
    return sum(Row::net);
  }

  private double last() {
    return equity[equity.length - 1];
  }

  private double won() {
    return winners().stream().mapToDouble(Row::net).sum();
  }

  private double lost() {
    return -losers().stream().mapToDouble(Row::net).sum();
  }

  private double held() {
    return series.stream()
        .mapToDouble(
            b ->
                b.price(b.closes()[b.lastEndedAt(period.toMillis())])
                        / b.price(b.opens()[b.firstAtOrAfter(period.fromMillis())])
                    - 1)
        .average()
        .orElseThrow();
  }

  private void money() {
    put("initial_capital", capital);
    putForAll("final_equity", last());
    putForAll("open_pnl", last() - capital - net());
    putForAll("open_pnl_pct", (last() - capital - net()) / capital);
    putForAll("open_trades", 0);
    put("net_profit", net());
    put("net_profit_pct", net() / capital);
    putForAll("total_return", last() / capital - 1);
    put("gross_profit", won());
    put("gross_profit_pct", won() / capital);
    put("gross_loss", lost());
    put("gross_loss_pct", lost() / capital);
    put("profit_factor", won() / lost());
    put("total_commission", sum(Row::fee));
    put("funding", sum(Row::funding));
    put("total_slippage", sum(Row::slippage));
    putForAll("buy_hold_return", capital * held());
    putForAll("buy_hold_return_pct", held());
    putForAll("strategy_outperformance", net() - capital * held());
  }

  private void tradeAnalysis() {
    double n = trades.size();
    double share = winners().size() / n;
    put("total_trades", n);
    put("winning_trades", winners().size());
    put("losing_trades", losers().size());
    put("breakeven_trades", n - winners().size() - losers().size());
    put("win_rate", share);
    double z = 1.959963984540054;
    double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / 4 / n / n);
    put("win_rate_low_95", (share + z * z / 2 / n) / (1 + z * z / n) - half);
    put("win_rate_high_95", (share + z * z / 2 / n) / (1 + z * z / n) + half);
    put("avg_trade_value", mean(Row::net));
    put("avg_trade", mean(t -> t.net() / t.cost()));
    put("avg_win_value", meanOf(winners(), Row::net));
    put("avg_win", meanOf(winners(), t -> t.net() / t.cost()));
    put("avg_loss_value", meanOf(losers(), t -> -t.net()));
    put("avg_loss", meanOf(losers(), t -> -t.net() / t.cost()));
    double payoff = meanOf(winners(), Row::net) / meanOf(losers(), t -> -t.net());
    put("avg_win_loss_ratio", payoff);
    put("largest_win_value", maxOf(winners(), Row::net));
    put("largest_win", maxOf(winners(), t -> t.net() / t.cost()));
    put("largest_win_pct_of_gross", maxOf(winners(), Row::net) / won());
    put("largest_loss_value", maxOf(losers(), t -> -t.net()));
    put("largest_loss", maxOf(losers(), t -> -t.net() / t.cost()));
    put("largest_loss_pct_of_gross", maxOf(losers(), t -> -t.net()) / lost());
    put("avg_bars_in_trade", mean(Row::bars));
    put("avg_bars_in_winning", meanOf(winners(), Row::bars));
    put("avg_bars_in_losing", meanOf(losers(), Row::bars));
    put("avg_trade_duration_hours", mean(t -> (t.exit() - t.entry()) / 3_600_000.0));
    double expected =
        share * meanOf(winners(), Row::net) - losers().size() / n * meanOf(losers(), t -> -t.net());
    put("expectancy", winners().isEmpty() || losers().isEmpty() ? mean(Row::net) : expected);
    put("expectancy_ratio", mean(Row::net) / meanOf(losers(), t -> -t.net()));
    put("kelly_percent", share - (1 - share) / payoff);
    put(
        "avg_r_multiple",
        meanOf(trades.stream().filter(t -> t.risk() > 0).toList(), t -> t.net() / t.risk()));
    double mean = mean(Row::net);
    double deviation = Math.sqrt(sum(t -> (t.net() - mean) * (t.net() - mean)) / (n - 1));
    put("sqn", Math.sqrt(n) * mean / deviation);
    put("stability", n < 3 ? Double.NaN : straightness());
  }

  private double straightness() {
    double[] x = new double[trades.size()];
    double[] y = new double[trades.size()];
    double closed = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      closed += trades.get(i).net();
      y[i] = closed;
    }
    double mx = average(x);
    double my = average(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy * xy / xx / yy;
  }

  private void streaks() {
    int wins = 0;
    int losses = 0;
    int mostWins = 0;
    int mostLosses = 0;
    for (Row t : trades) {
      wins = t.net() > 0 ? wins + 1 : 0;
      losses = t.net() < 0 ? losses + 1 : 0;
      mostWins = Math.max(mostWins, wins);
      mostLosses = Math.max(mostLosses, losses);
    }
    put("max_consecutive_wins", mostWins);
    put("max_consecutive_losses", mostLosses);
    int quick = 0;
    double most = 0;
    for (Row t : trades) {
      long before =
          trades.stream()
              .filter(o -> o.symbol().equals(t.symbol()) && o.entry() < t.entry())
              .mapToLong(Row::exit)
              .max()
              .orElse(Long.MIN_VALUE / 2);
      quick += t.entry() >= before && t.entry() - before <= 2 * bar ? 1 : 0;
      most = Math.max(most, open(t.entry(), Row::quantity));
    }
    put("quick_reversals", quick);
    put("max_contracts_held", most);
  }

  /** Sum over trades open just after an instant. */
  private double open(long instant, ToDoubleFunction<Row> of) {
    return trades.stream()
        .filter(t -> t.entry() <= instant && t.exit() > instant)
        .mapToDouble(of)
        .sum();
  }

  static double average(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double[] returns(double[] levels) {
    double[] out = new double[levels.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = (levels[i + 1] - levels[i]) / levels[i];
    }
    return out;
  }

  static double moment(double[] values, int power) {
    double mean = average(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - mean, power);
    }
    return sum / values.length;
  }

  private static double sampleDeviation(double[] values) {
    return Math.sqrt(moment(values, 2) * values.length / (values.length - 1));
  }

  private static double below(double[] values, double target) {
    double sum = 0;
    for (double value : values) {
      sum += value < target ? (value - target) * (value - target) : 0;
    }
    return Math.sqrt(sum / values.length);
  }

  private static double sharpe(double[] r) {
    return r.length < 30 ? Double.NaN : average(r) / sampleDeviation(r) * Math.sqrt(365);
  }

  private static double sortino(double[] r) {
    return r.length < 30 ? Double.NaN : average(r) / below(r, 0) * Math.sqrt(365);
  }

  static double quantile(double[] values, double share) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double at = share * (sorted.length - 1);
    int low = (int) at;
    return low + 1 < sorted.length
        ? sorted[low] * (1 - (at - low)) + sorted[low + 1] * (at - low)
        : sorted[low];
  }

  private void returnsOnEquity() {
    double[] r = returns(daily);
    double ratio = average(r) / sampleDeviation(r);
    double skew = moment(r, 3) / Math.pow(moment(r, 2), 1.5);
    double kurtosis = moment(r, 4) / Math.pow(moment(r, 2), 2);
    double error =
        Math.sqrt((1 - skew * ratio + (kurtosis - 1) / 4 * ratio * ratio) / (r.length - 1));
    double gains = Arrays.stream(r).filter(x -> x > 0).sum();
    double losses = -Arrays.stream(r).filter(x -> x < 0).sum();
    boolean enough = r.length >= 30;
    putForAll("sharpe_ratio", sharpe(r));
    putForAll(
        "sharpe_ratio_low_95",
        enough ? (ratio - 1.959963984540054 * error) * Math.sqrt(365) : Double.NaN);
    putForAll(
        "sharpe_ratio_high_95",
        enough ? (ratio + 1.959963984540054 * error) * Math.sqrt(365) : Double.NaN);
    putForAll("sortino_ratio", sortino(r));
    putForAll("probabilistic_sharpe_ratio", enough ? normal(ratio / error) : Double.NaN);
    putForAll("volatility", sampleDeviation(r) * Math.sqrt(365));
    putForAll("downside_deviation", below(r, 0) * Math.sqrt(365));
    putForAll("omega_ratio", gains / losses);
    putForAll("gain_to_pain_ratio", average(r) * r.length / losses);
    putForAll("upside_potential_ratio", gains / r.length / below(r, 0));
    putForAll("tail_ratio", quantile(r, 0.95) / -quantile(r, 0.05));
    putForAll("var_95", -quantile(r, 0.05));
    putForAll("skewness", skew);
    putForAll("kurtosis", kurtosis);
    double[] held = new double[daily.length];
    for (int i = 0; i < held.length; i++) {
      for (BarSeries bars : series) {
        double open = bars.price(bars.opens()[bars.firstAtOrAfter(period.fromMillis())]);
        double level = open;
        for (int b = bars.firstAtOrAfter(period.fromMillis()); b < bars.size(); b++) {
          level = bars.endTime(b) <= dayEnds.get(i)[0] ? bars.price(bars.closes()[b]) : level;
        }
        held[i] += level / open / series.size();
      }
    }
    double[] over = returns(held);
    for (int i = 0; i < over.length; i++) {
      over[i] = r[i] - over[i];
    }
    putForAll("information_ratio", sharpe(over));
  }

  /** Simpson's rule over the density: nothing of the program's own series. */
  static double normal(double x) {
    int steps = 20_000;
    double low = -12;
    double width = (x - low) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = low + i * width;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-t * t / 2);
    }
    return sum * width / 3 / Math.sqrt(2 * Math.PI);
  }

  private double closedAt(long instant) {
    return capital
        + trades.stream()
            .filter(t -> t.exit() < instant || (t.exit() == instant && t.exit() == end))
            .mapToDouble(Row::net)
            .sum();
  }

  private double years() {
    return (end - first) / YEAR;
  }

  private void closedEquity() {
    double[] closed = new double[daily.length];
    closed[0] = capital;
    for (int i = 1; i < closed.length; i++) {
      closed[i] = closedAt(dayEnds.get(i)[0]);
    }
    put("closed_sharpe_ratio", sharpe(returns(closed)));
    put("closed_sortino_ratio", sortino(returns(closed)));
    double growth = Math.pow((capital + net()) / capital, 1 / years()) - 1;
    double[] falls = falls(closed);
    put("closed_cagr", growth);
    put("closed_calmar_ratio", growth / falls[1]);
    put("closed_max_drawdown_value", falls[0]);
    put("closed_max_drawdown", falls[1]);
    put("closed_recovery_factor", net() / falls[0]);
  }

  /** Largest fall below the running peak: amount and share, each its own maximum. */
  private static double[] falls(double[] curve) {
    double peak = curve[0];
    double[] out = new double[2];
    for (double value : curve) {
      peak = Math.max(peak, value);
      out[0] = Math.max(out[0], peak - value);
      out[1] = Math.max(out[1], (peak - value) / peak);
    }
    return out;
  }

  private void curves() {
    double peak = capital;
    double worst = 0;
    double amount = 0;
    for (double value : equity) {
      peak = Math.max(peak, value);
      if ((peak - value) / peak > worst) {
        worst = (peak - value) / peak;
        amount = peak - value;
      }
    }
    double growth = Math.pow(last() / capital, 1 / years()) - 1;
    putForAll("max_drawdown", worst);
    putForAll("max_drawdown_value", amount);
    putForAll("recovery_factor", (last() - capital) / amount);
    putForAll("cagr", growth);
    putForAll("annual_return", (last() / capital - 1) / years());
    putForAll("calmar_ratio", growth / worst);
    double squares = 0;
    peak = daily[0];
    for (int i = 1; i < daily.length; i++) {
      peak = Math.max(peak, daily[i]);
      squares += Math.pow((peak - daily[i]) / peak, 2);
    }
    putForAll("ulcer_index", Math.sqrt(squares / (daily.length - 1)));
    double[] down = episodes(-1);
    putForAll("avg_drawdown", down[0]);
    putForAll("avg_drawdown_value", down[1]);
    putForAll("avg_drawdown_duration_bars", down[2] * DAY / bar);
    putForAll("max_drawdown_duration_days", down[3]);
    putForAll("max_drawdown_duration_bars", down[3] * DAY / bar);
    double[] up = episodes(1);
    putForAll("max_runup", up[4]);
    putForAll("max_runup_value", up[5]);
    putForAll("avg_runup", up[0]);
    putForAll("avg_runup_value", up[1]);
    putForAll("avg_runup_duration_bars", up[2] * DAY / bar);
  }

  /** Mean share, mean amount, mean days, longest days, largest share, largest amount. */
  private double[] episodes(int sign) {
    List<double[]> all = new ArrayList<>();
    int start = 0;
    while (start < daily.length - 1) {
      int over = start + 1;
      double move = 0;
      while (over < daily.length && sign * (daily[over] - daily[start]) > 0) {
        move = Math.max(move, sign * (daily[over] - daily[start]));
        over++;
      }
      int stop = Math.min(over, daily.length - 1);
      if (move > 0) {
        all.add(
            new double[] {
              move / daily[start], move, (dayEnds.get(stop)[0] - dayEnds.get(start)[0]) / DAY
            });
      }
      start = over;
    }
    double[] out = new double[6];
    for (double[] each : all) {
      out[0] += each[0] / all.size();
      out[1] += each[1] / all.size();
      out[2] += each[2] / all.size();
      out[3] = Math.max(out[3], each[2]);
      out[4] = Math.max(out[4], each[0]);
      out[5] = Math.max(out[5], each[1]);
    }
    return out;
  }

  private double mostMargin() {
    return trades.stream().mapToDouble(t -> open(t.entry(), Row::cost)).max().orElse(0);
  }

  private void capitalUse() {
    double span = end - first;
    put("avg_margin_used", sum(t -> t.cost() * (t.exit() - t.entry())) / span);
    put("max_margin_used", mostMargin());
    double growth = Math.pow((capital + net()) / capital, 1 / years()) - 1;
    put("margin_efficiency", growth / (mostMargin() / capital));
    put("margin_calls", sum(t -> t.exitReason().equals("liquidation") ? 1 : 0));
    double[] intrabar = intrabar();
    put("max_drawdown_intrabar_value", intrabar[0]);
    put("max_drawdown_intrabar", intrabar[0] / intrabar[1]);
    put("max_runup_intrabar_value", intrabar[2]);
    put("max_runup_intrabar", intrabar[2] / intrabar[3]);
    put("account_size_required", mostMargin() + intrabar[0]);
    put("return_on_account_size", net() / (mostMargin() + intrabar[0]));
    put("net_profit_to_largest_loss", net() / maxOf(losers(), t -> -t.net()));
    long within = 0;
    for (long t = first; t < end; t += 60_000 * 60) {
      within += open(t, x -> 1) > 0 ? 3_600_000 : 0;
    }
    put("exposure_time", within / span);
    int exposed = 0;
    for (long t : equityTimes) {
      exposed +=
          trades.stream()
                  .anyMatch(
                      x ->
                          x.entry() < t
                              && x.exit() >= t
                              && !(t == end && x.exitReason().equals("backtest_end")))
              ? 1
              : 0;
    }
    putForAll("exposure", (double) exposed / equity.length);
  }

  /** Fall and its peak, rise and its trough, of TradingView's settled curve. */
  private double[] intrabar() {
    record Event(long time, int kind, Row trade) {}
    List<Event> events = new ArrayList<>();
    trades.forEach(t -> events.add(new Event(t.exit(), 0, t)));
    trades.forEach(t -> events.add(new Event(t.entry(), 1, t)));
    events.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::kind));
    double settled = capital;
    double high = capital;
    double low = capital;
    double[] out = {0, capital, 0, capital};
    for (Event event : events) {
      double bottom;
      double top;
      if (event.kind() == 0) {
        settled += event.trade().net();
        bottom = settled;
        top = settled;
      } else {
        double begin = settled - event.trade().entryFee();
        low = Math.min(low, begin);
        bottom = begin - event.trade().mae();
        top = begin + event.trade().mfe();
      }
      if (high - bottom > out[0]) {
        out[0] = high - bottom;
        out[1] = high;
      }
      if (top - low > out[2]) {
        out[2] = top - low;
        out[3] = low;
      }
      high = Math.max(high, settled);
      low = Math.min(low, settled);
    }
    return out;
  }

  private void tradingView() {
    YearMonth month = YearMonth.from(Instant.ofEpochMilli(first).atOffset(ZoneOffset.UTC));
    List<Double> ends = new ArrayList<>(List.of(capital));
    long at;
    do {
      month = month.plusMonths(1);
      at = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
      ends.add(closedAt(at));
    } while (at < end);
    double[] monthly = returns(ends.stream().mapToDouble(Double::doubleValue).toArray());
    double free = 0.02 / 12;
    double over = average(monthly) - free;
    putForAll("tv_sharpe_ratio", over / Math.sqrt(moment(monthly, 2)));
    putForAll("tv_sortino_ratio", over / below(monthly, free));
    double days = (period.toMillis() - period.fromMillis()) / DAY;
    putForAll("tv_annualized_return_cagr", Math.pow((capital + net()) / capital, 365 / days) - 1);
    put("tv_avg_bars_in_trades", mean(t -> t.bars() + 1));
    put("tv_avg_bars_in_winning_trades", meanOf(winners(), t -> t.bars() + 1));
    put("tv_avg_bars_in_losing_trades", meanOf(losers(), t -> t.bars() + 1));
    double[] extremes = intrabar();
    putForAll("tv_max_drawdown_intrabar", extremes[0]);
    putForAll("tv_max_drawdown_intrabar_percent", extremes[0] / capital);
    putForAll("tv_max_runup_intrabar", extremes[2]);
    putForAll("tv_max_runup_intrabar_percent", extremes[2] / capital);
    put("tv_return_of_max_equity_drawdown", net() / extremes[0]);
    phases();
  }

  private void phases() {
    List<double[]> curve = new ArrayList<>();
    curve.add(new double[] {first, capital});
    double closed = capital;
    for (Row t : trades) {
      closed += t.net();
      curve.add(new double[] {t.exit(), closed});
    }
    Comparator<double[]> byValue = Comparator.comparingDouble(p -> p[1]);
    double highest = curve.stream().max(byValue).orElseThrow()[1];
    double lowest = curve.stream().min(byValue).orElseThrow()[1];
    int high = 0;
    int low = 0;
    for (int i = curve.size() - 1; i >= 0; i--) {
      high = curve.get(i)[1] == highest ? i : high;
      low = curve.get(i)[1] == lowest ? i : low;
    }
    int[] cuts = {0, Math.min(high, low), Math.max(high, low), curve.size() - 1};
    for (int sign : new int[] {1, -1}) {
      double count = 0;
      double sum = 0;
      double most = 0;
      double wholeDays = 0;
      for (int i = 0; i < 3; i++) {
        double[] from = curve.get(cuts[i]);
        double[] to = curve.get(cuts[i + 1]);
        double move = sign * (to[1] - from[1]);
        if (move > 1e-9) {
          count++;
          sum += move;
          most = Math.max(most, move);
          wholeDays += Math.floor((to[0] - from[0]) / DAY);
        }
      }
      String kind = sign > 0 ? "runup" : "drawdown";
      putForAll("tv_avg_" + kind + "_close_to_close", sum / count);
      putForAll("tv_max_" + kind + "_close_to_close", most);
      putForAll("tv_avg_" + kind + "_duration", wholeDays / count);
    }
  }
}
