package org.candlewright.reference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a reference run is made with.
 *
 * @param from first bar's open, epoch milliseconds, inclusive
 * @param to exclusive end of the last bar
 * @param spotTaker fraction of notional
 * @param perpetualTaker fraction of notional
 * @param tier given tier; else read per instrument from the days before the start
 * @param costs half spread and slippage in basis points in place of the tier's
 * @param participation share of a bar's volume an instrument and side may fill; empty is off
 * @param choices readings of places where the text allows more than one
 */
record ReferenceOptions(
    BigDecimal capital,
    long from,
    long to,
    BigDecimal spotTaker,
    BigDecimal perpetualTaker,
    Optional<String> tier,
    Optional<Costs> costs,
    Optional<BigDecimal> participation,
    boolean sizeImpact,
    boolean keepOpen,
    BigDecimal leverage,
    Choices choices) {

  /** Half spread and slippage, basis points. */
  record Costs(BigDecimal halfSpread, BigDecimal slippage) {
    static Costs of(String halfSpread, String slippage) {
      return new Costs(new BigDecimal(halfSpread), new BigDecimal(slippage));
    }
  }

  /**
   * Open readings.
   *
   * @param coinFeeNeedsCash a spot fee taken in coin counts as if paid in cash when an entry is cut
   * @param exitsFreeCash cash that exits of the same pass will free counts for carry entries
   * @param perpetualFirst the perpetual leg of a pair fills before the spot leg
   */
  record Choices(boolean coinFeeNeedsCash, boolean exitsFreeCash, boolean perpetualFirst) {
    static Choices literal() {
      return new Choices(true, false, true);
    }
  }

  private static final Map<String, Costs> TIERS =
      Map.of(
          "mega",
          Costs.of("0.5", "0.5"),
          "large",
          Costs.of("1", "1"),
          "mid",
          Costs.of("2.5", "2.5"),
          "small",
          Costs.of("5", "5"),
          "micro",
          Costs.of("12", "13"));

  /** Defaults of a run with the given fees. */
  static ReferenceOptions of(
      String capital, long from, long to, String spotTaker, String perpetualTaker) {
    return new ReferenceOptions(
        new BigDecimal(capital),
        from,
        to,
        new BigDecimal(spotTaker),
        new BigDecimal(perpetualTaker),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal("0.1")),
        true,
        false,
        BigDecimal.ONE,
        Choices.literal());
  }

  ReferenceOptions withTier(String name) {
    return new ReferenceOptions(
        capital,
        from,
        to,
        spotTaker,
        perpetualTaker,
        Optional.of(name),
        costs,
        participation,
        sizeImpact,
        keepOpen,
        leverage,
        choices);
  }

  ReferenceOptions withCosts(String halfSpread, String slippage) {
    return new ReferenceOptions(
        capital,
        from,
        to,
        spotTaker,
        perpetualTaker,
        tier,
        Optional.of(Costs.of(halfSpread, slippage)),
        participation,
        sizeImpact,
        keepOpen,
        leverage,
        choices);
  }

  ReferenceOptions withExecution(Optional<BigDecimal> share, boolean impact, boolean stayOpen) {
    return new ReferenceOptions(
        capital,
        from,
        to,
        spotTaker,
        perpetualTaker,
        tier,
        costs,
        share,
        impact,
        stayOpen,
        leverage,
        choices);
  }

  ReferenceOptions withChoices(Choices other) {
    return new ReferenceOptions(
        capital,
        from,
        to,
        spotTaker,
        perpetualTaker,
        tier,
        costs,
        participation,
        sizeImpact,
        keepOpen,
        leverage,
        other);
  }

  BigDecimal taker(ReferenceMarket.Series series) {
    return series.spot ? spotTaker : perpetualTaker;
  }

  String tierOf(ReferenceMarket.Series series) {
    return tier.orElseGet(() -> series.tierBefore(from));
  }

  Costs costsOf(ReferenceMarket.Series series) {
    return costs.orElseGet(
        () -> {
          Costs found = TIERS.get(tierOf(series));
          if (found == null) {
            throw new IllegalArgumentException("unknown tier " + tierOf(series));
          }
          return found;
        });
  }
}
