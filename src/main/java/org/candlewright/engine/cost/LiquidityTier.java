package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Locale;
import org.candlewright.market.InputException;

/** How deep a market is; sets half spread and slippage where nothing better is known. */
public enum LiquidityTier {
  MEGA("0.5", "0.5"),
  LARGE("1", "1"),
  MID("2.5", "2.5"),
  SMALL("5", "5"),
  MICRO("12", "13");

  private final BigDecimal halfSpreadBps;
  private final BigDecimal slippageBps;

  LiquidityTier(String halfSpreadBps, String slippageBps) {
    this.halfSpreadBps = new BigDecimal(halfSpreadBps);
    this.slippageBps = new BigDecimal(slippageBps);
  }

  public BigDecimal halfSpreadBps() {
    return halfSpreadBps;
  }

  public BigDecimal slippageBps() {
    return slippageBps;
  }

  /** Tier of a day's turnover in dollars: mega above 5 bn, large 1 bn, mid 100 m, small 10 m. */
  public static LiquidityTier ofDailyTurnover(double quote) {
    if (quote > 5e9) {
      return MEGA;
    }
    if (quote > 1e9) {
      return LARGE;
    }
    if (quote > 1e8) {
      return MID;
    }
    return quote > 1e7 ? SMALL : MICRO;
  }

  /** Tier of a market value in dollars: mega above 50 bn, large 10 bn, mid 1 bn, small 0.1 bn. */
  public static LiquidityTier ofMarketCapitalisation(double dollars) {
    if (dollars > 50e9) {
      return MEGA;
    }
    if (dollars > 10e9) {
      return LARGE;
    }
    if (dollars > 1e9) {
      return MID;
    }
    return dollars > 1e8 ? SMALL : MICRO;
  }

  public static LiquidityTier parse(String text) {
    for (LiquidityTier tier : values()) {
      if (tier.toString().equals(text)) {
        return tier;
      }
    }
    throw new InputException(
        "'" + text + "' is not a liquidity tier", "Use mega, large, mid, small or micro");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
