package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.candlewright.reference.ReferenceMarket.Series;

/** Fill prices and fees of one run, by the text's formulas. */
final class ReferencePrice {
  private static final BigDecimal BP_UNITS = new BigDecimal("1e8");

  private final ReferenceOptions options;
  private final Map<Series, ReferenceOptions.Costs> costs = new HashMap<>();

  ReferencePrice(ReferenceOptions options) {
    this.options = options;
  }

  /** Open × (1 ± (half spread + slippage at this size)), rounded to a tick against the order. */
  BigDecimal market(
      Series series, int side, BigDecimal open, BigDecimal quantity, BigDecimal volume) {
    BigInteger tier = units(costs(series).slippage());
    BigInteger slippage = tier;
    if (options.sizeImpact() && volume.signum() > 0) {
      BigInteger root =
          new BigDecimal(tier.pow(2))
              .multiply(BigDecimal.valueOf(100))
              .multiply(quantity)
              .divide(volume, 0, RoundingMode.FLOOR)
              .toBigIntegerExact()
              .sqrt();
      slippage = tier.max(root);
    }
    return priced(series, side, open, slippage);
  }

  /** The same at the tier's slippage, whatever the size. */
  BigDecimal plain(Series series, int side, BigDecimal price) {
    return priced(series, side, price, units(costs(series).slippage()));
  }

  /** Half spread plus the tier's slippage as a fraction. */
  BigDecimal expectedCost(Series series) {
    return costs(series).halfSpread().add(costs(series).slippage()).movePointLeft(4);
  }

  /** Taker fee in quote, half even to 1e-8. */
  BigDecimal fee(Series series, BigDecimal quantity, BigDecimal price) {
    return money(quantity.multiply(price).multiply(options.taker(series)));
  }

  static BigDecimal money(BigDecimal exact) {
    return exact.setScale(8, RoundingMode.HALF_EVEN);
  }

  private BigDecimal priced(Series series, int side, BigDecimal open, BigInteger slippage) {
    BigInteger cost = units(costs(series).halfSpread()).add(slippage);
    BigDecimal factor =
        BigDecimal.ONE.add(
            new BigDecimal(cost).movePointLeft(12).multiply(BigDecimal.valueOf(side)));
    RoundingMode against = side > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return open.multiply(factor).divide(series.tick, 0, against).multiply(series.tick);
  }

  private ReferenceOptions.Costs costs(Series series) {
    return costs.computeIfAbsent(series, options::costsOf);
  }

  private static BigInteger units(BigDecimal basisPoints) {
    return basisPoints.multiply(BP_UNITS).toBigIntegerExact();
  }
}
