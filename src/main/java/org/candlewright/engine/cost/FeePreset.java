package org.candlewright.engine.cost;

import java.math.BigDecimal;
import java.util.Locale;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentKind;

/** Published fee schedules: maker and taker rate by kind of instrument. */
public enum FeePreset {
  BYBIT_VIP0("0.0010", "0.0010", "0.0002", "0.00055"),
  BINANCE_VIP0("0.0010", "0.0010", "0.0002", "0.0005"),
  COINBASE_ADVANCED("0.0040", "0.0060", "0.0040", "0.0060"),
  TRADINGVIEW("0.0007", "0.0007", "0.0007", "0.0007"),
  NONE("0", "0", "0", "0");

  private final BigDecimal spotMaker;
  private final BigDecimal spotTaker;
  private final BigDecimal perpetualMaker;
  private final BigDecimal perpetualTaker;

  FeePreset(String spotMaker, String spotTaker, String perpetualMaker, String perpetualTaker) {
    this.spotMaker = new BigDecimal(spotMaker);
    this.spotTaker = new BigDecimal(spotTaker);
    this.perpetualMaker = new BigDecimal(perpetualMaker);
    this.perpetualTaker = new BigDecimal(perpetualTaker);
  }

  public BigDecimal maker(InstrumentKind kind) {
    return kind.isPerpetual() ? perpetualMaker : spotMaker;
  }

  public BigDecimal taker(InstrumentKind kind) {
    return kind.isPerpetual() ? perpetualTaker : spotTaker;
  }

  /** The lowest published schedule of a venue; Bybit's for venues we have no schedule of. */
  public static FeePreset ofVenue(String venue) {
    return switch (venue) {
      case "binance" -> BINANCE_VIP0;
      case "coinbase" -> COINBASE_ADVANCED;
      default -> BYBIT_VIP0;
    };
  }

  public static FeePreset parse(String text) {
    for (FeePreset preset : values()) {
      if (preset.toString().equals(text)) {
        return preset;
      }
    }
    throw new InputException(
        "'" + text + "' is not a fee preset",
        "Use bybit-vip0, binance-vip0, coinbase-advanced, tradingview or none");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
