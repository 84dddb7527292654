package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.market.InputException;
import picocli.CommandLine.Option;

/** Cost and risk options of every command that makes a run. */
final class CostArguments {
  @Option(
      names = "--fees",
      paramLabel = "PRESET",
      description =
          "Fee schedule: bybit-vip0, binance-vip0, coinbase-advanced, tradingview or none."
              + " Default: the strategy's.")
  private Optional<String> fees = Optional.empty();

  @Option(
      names = "--maker-fee",
      paramLabel = "F",
      description = "Fee of resting orders, a fraction of notional: 0.0002 is 0.02 %%.")
  private Optional<BigDecimal> makerFee = Optional.empty();

  @Option(
      names = "--taker-fee",
      paramLabel = "F",
      description = "Fee of crossing orders, a fraction of notional.")
  private Optional<BigDecimal> takerFee = Optional.empty();

  @Option(
      names = "--half-spread-bps",
      paramLabel = "X",
      description = "Half spread in basis points, in place of the tier's.")
  private Optional<BigDecimal> halfSpreadBps = Optional.empty();

  @Option(
      names = "--slippage-bps",
      paramLabel = "Y",
      description = "Slippage in basis points, in place of the tier's.")
  private Optional<BigDecimal> slippageBps = Optional.empty();

  @Option(
      names = "--size-impact",
      paramLabel = "on|off",
      description = "Whether slippage grows with the share of the bar's volume. Default: on.")
  private String sizeImpact = "on";

  @Option(
      names = "--participation",
      paramLabel = "F|off",
      description = "Largest share of a bar's volume that is filled. Default: 0.1.")
  private String participation = CostOptions.DEFAULT_PARTICIPATION.toPlainString();

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description =
          "Liquidity: mega, large, mid, small or micro. Default: from the turnover of the 30 days"
              + " before the start.")
  private Optional<String> tier = Optional.empty();

  @Option(
      names = "--risk",
      paramLabel = "PROFILE",
      description = "Risk profile: research, guarded or a file. Default: research.")
  private String risk = "research";

  @Option(names = "--keep-open", description = "Leave positions open at the end of the run.")
  private boolean keepOpen;

  CostOptions costs() {
    return new CostOptions(
        fees.map(FeePreset::parse),
        makerFee,
        takerFee,
        halfSpreadBps,
        slippageBps,
        onOff("--size-impact", sizeImpact),
        participation(),
        tier.map(LiquidityTier::parse));
  }

  String risk() {
    return risk;
  }

  boolean keepOpen() {
    return keepOpen;
  }

  private Optional<BigDecimal> participation() {
    if (participation.equals("off")) {
      return Optional.empty();
    }
    BigDecimal share = Decimals.parse("--participation", participation);
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new InputException(
          "--participation: " + participation + " is out of range",
          "Give a share above 0 and at most 1, or off");
    }
    return Optional.of(share);
  }

  private static boolean onOff(String option, String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new InputException(
              option + ": '" + text + "' is neither on nor off", "Give on or off");
    };
  }
}
