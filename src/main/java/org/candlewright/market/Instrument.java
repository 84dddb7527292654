package org.candlewright.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An instrument with the rules of its venue.
 *
 * @param tick smallest price step, in quote per base
 * @param lot smallest quantity step, in base
 * @param minNotional smallest order value in quote, if the venue's rule is known
 * @param buyerPaysInBase whether a buyer's fee is taken from the coin bought (spot on Binance and
 *     Bybit)
 * @param maintenanceRate maintenance margin as a fraction of mark notional
 * @param simulated whether its prices are made by the demo market
 */
public record Instrument(
    InstrumentId id,
    String base,
    String quote,
    BigDecimal tick,
    BigDecimal lot,
    Optional<BigDecimal> minNotional,
    boolean buyerPaysInBase,
    BigDecimal maintenanceRate,
    boolean simulated) {

  private static final BigDecimal DEFAULT_MAINTENANCE = new BigDecimal("0.005");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  public Instrument {
    tick = plain(tick);
    lot = plain(lot);
    if (tick.signum() <= 0 || lot.signum() <= 0) {
      throw new InputException(
          "instrument " + id + ": tick and lot must be above zero",
          "Give positive values with --tick and --lot");
    }
    if (moneyUnits(tick, lot, quote).stripTrailingZeros().scale() > 0) {
      throw new InputException(
          "instrument "
              + id
              + ": tick "
              + tick.toPlainString()
              + " times lot "
              + lot.toPlainString()
              + " is no whole number of money units (1e-"
              + Currency.digits(quote)
              + " "
              + quote
              + ")",
          "Give a coarser lot with --lot, for example " + smallestLot(tick, quote).toPlainString());
    }
  }

  /** An instrument of which only name, tick and lot are known. */
  public static Instrument of(InstrumentId id, BigDecimal tick, BigDecimal lot) {
    String[] pair = Currency.split(id.symbol());
    boolean baseFee =
        id.kind() == InstrumentKind.SPOT
            && (id.venue().equals("binance") || id.venue().equals("bybit"));
    return new Instrument(
        id, pair[0], pair[1], tick, lot, Optional.empty(), baseFee, DEFAULT_MAINTENANCE, false);
  }

  /** The smallest power of ten for which half a tick times it is whole money units of the quote. */
  public static BigDecimal smallestLot(BigDecimal tick, String quote) {
    BigDecimal lot = BigDecimal.ONE.scaleByPowerOfTen(-18);
    while (moneyUnits(tick.multiply(HALF), lot, quote).stripTrailingZeros().scale() > 0) {
      lot = lot.scaleByPowerOfTen(1);
    }
    return plain(lot);
  }

  private static BigDecimal moneyUnits(BigDecimal tick, BigDecimal lot, String quote) {
    return tick.multiply(lot).movePointRight(Currency.digits(quote));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Money units of the quote that one lot costs per tick of price: the notional constant. */
  public long notionalUnit() {
    return moneyUnits(tick, lot, quote).longValueExact();
  }

  /** Decimal places of a price. */
  public int priceDecimals() {
    return tick.scale();
  }

  /** Decimal places of a quantity. */
  public int quantityDecimals() {
    return lot.scale();
  }

  public BigDecimal price(long ticks) {
    return tick.multiply(BigDecimal.valueOf(ticks));
  }

  public BigDecimal quantity(long lots) {
    return lot.multiply(BigDecimal.valueOf(lots));
  }

  /** Price as a double for indicators: correctly rounded, as if parsed from its decimal text. */
  public double priceDouble(long ticks) {
    return price(ticks).doubleValue();
  }

  /** Whole lots in the given quantity, the rest dropped. */
  public long lotsFloor(BigDecimal quantity) {
    return quantity.divide(lot, 0, RoundingMode.FLOOR).longValueExact();
  }
}
