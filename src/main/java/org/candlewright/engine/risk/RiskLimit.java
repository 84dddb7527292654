package org.candlewright.engine.risk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that a risk profile sets, with what {@code guarded} has and what makes sense. Shares are
 * fractions of equity, durations seconds, costs basis points. Those that a check compares with bear
 * its name; some checks differ by liquidity: mega and large, mid, small and micro.
 */
public enum RiskLimit {
  DAILY_STOP_LOSS("0.03", "0.0001", "1", "Loss since 00:00 UTC that ends trading."),
  WEEKLY_STOP_LOSS("0.07", "0.0001", "1", "Loss since Monday 00:00 UTC that ends trading."),
  MAX_DRAWDOWN("0.1", "0.0001", "1", "Fall below the highest equity that ends trading."),
  VOLATILITY_CRASH("3", "0", "1000", "Volatility of the last day over a year; none enter above."),
  MAX_TOTAL_AT_RISK_PCT("0.25", "0", "1000", "Most that all positions may be worth."),
  STRATEGY_CAPS("0.5", "0", "1000", "Most that both legs of all hedged pairs may be worth."),
  SYMBOL_EXPOSURE_CAP("0.03", "0", "1000", "Most that one position may be worth."),
  CORRELATION("0.7", "0", "1", "Correlation of a week's returns above which positions are alike."),
  CORRELATED_EXPOSURE_CAP("3", "1", "1000", "Most positions that are alike and on one side."),
  LEVERAGE_CAP("5", "1", "125", "Leverage of the run."),
  GLOBAL_TRADE_SPACING("90", "0", "31536000", "Seconds between any two entries."),
  COOLDOWN_AFTER_WIN("600", "0", "31536000", "Pause of an instrument after a win, seconds."),
  COOLDOWN_AFTER_LOSS("3600", "0", "31536000", "Pause of an instrument after a loss, seconds."),
  COOLDOWN_AFTER_STOP("7200", "0", "31536000", "Pause of an instrument after a stop, seconds."),
  CONSECUTIVE_LOSSES("3", "1", "1000", "Losses in a row that pause all entries."),
  CONSECUTIVE_LOSS_COOLDOWN("3600", "0", "31536000", "How long they pause, seconds."),
  TRADE_FREQUENCY_HOURLY("3", "1", "10000", "Most entries in an hour."),
  TRADE_FREQUENCY_DAILY("120", "1", "10000", "Most entries in 24 hours."),
  MAX_OPEN_POSITIONS("8", "1", "1000", "Instruments or pairs held at once."),
  MIN_NOTIONAL("10", "0", "1000000000", "Least value of an order, in quote."),
  MAX_ORDER_NOTIONAL("100000", "0", "1000000000000", "Most value of an order, in quote."),
  POSITION_SIZE_TOO_SMALL("0.0025", "0", "1", "Least value of an order."),
  POSITION_SIZE_TOO_LARGE("0.1", "0", "1000", "Most value of an order."),
  PYRAMID_LIMIT("1", "0", "1000", "Entries that add to a position in 24 hours; 0: none may."),
  SPREAD_TOO_WIDE_LARGE("20", "0", "10000", "Widest spread, mega and large."),
  SPREAD_TOO_WIDE_MID("35", "0", "10000", "Widest spread, mid."),
  SPREAD_TOO_WIDE_SMALL("60", "0", "10000", "Widest spread, small and micro."),
  INSUFFICIENT_DEPTH("2", "0", "1000", "Times the order that must stand at the best price."),
  PRICE_COLLAR("0.05", "0", "1", "Most that an order's price may lie off the last close."),
  SLIPPAGE_LIMIT_LARGE("20", "0", "10000", "Half spread and slippage, mega and large."),
  SLIPPAGE_LIMIT_MID("40", "0", "10000", "Half spread and slippage, mid."),
  SLIPPAGE_LIMIT_SMALL("60", "0", "10000", "Half spread and slippage, small and micro."),
  COST_BUDGET_LARGE("60", "0", "10000", "Fee, half spread and slippage, mega and large."),
  COST_BUDGET_MID("95", "0", "10000", "Fee, half spread and slippage, mid."),
  COST_BUDGET_SMALL("120", "0", "10000", "Fee, half spread and slippage, small and micro.");

  private final BigDecimal guarded;
  private final BigDecimal least;
  private final BigDecimal most;
  private final String help;

  RiskLimit(String guarded, String least, String most, String help) {
    this.guarded = new BigDecimal(guarded);
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.help = help;
  }

  /** Name in a profile's file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the profile {@code guarded} has. */
  public BigDecimal guarded() {
    return guarded;
  }

  public BigDecimal least() {
    return least;
  }

  public BigDecimal most() {
    return most;
  }

  public String help() {
    return help;
  }

  /** Whether only whole numbers make sense: counts and seconds. */
  public boolean whole() {
    return switch (this) {
      case CORRELATED_EXPOSURE_CAP,
          GLOBAL_TRADE_SPACING,
          COOLDOWN_AFTER_WIN,
          COOLDOWN_AFTER_LOSS,
          COOLDOWN_AFTER_STOP,
          CONSECUTIVE_LOSSES,
          CONSECUTIVE_LOSS_COOLDOWN,
          TRADE_FREQUENCY_HOURLY,
          TRADE_FREQUENCY_DAILY,
          MAX_OPEN_POSITIONS,
          PYRAMID_LIMIT ->
          true;
      default -> false;
    };
  }

  static Optional<RiskLimit> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
