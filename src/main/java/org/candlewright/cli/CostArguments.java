package org.candlewright.cli;

import java.math.BigDecimal;
import java.util.Optional;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.simulation.Faults;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InputException;
import picocli.CommandLine.Option;

/** Cost and risk options of every command that makes a run. */
final class CostArguments {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "tradingview: fill as its strategy tester does (limits at a touch, the path decides, an"
              + " entry against a position closes and opens), no spread, slippage in ticks only, no"
              + " participation cap, 0.07 %% a side, indicators begin with the period as on a chart."
              + " Other options still count.")
  private Optional<String> preset = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "stored|none",
      description =
          "Whether indicators see the bars stored before the start, or begin with it."
              + " Default: stored.")
  private Optional<String> warmUp = Optional.empty();

  @Option(
      names = "--fill-at",
      paramLabel = "open|close",
      description =
          "Where market orders fill: the next open, or the close they are decided on."
              + " Default: open.")
  private String fillAt = "open";

  @Option(
      names = "--slippage-ticks",
      paramLabel = "N",
      description = "Ticks added to the price of market and stop fills. Default: 0.")
  private int slippageTicks;

  @Option(
      names = "--touch",
      description =
          "Limits fill when price touches them. Default: price has to trade through them.")
  private boolean touch;

  @Option(
      names = "--inside-bar",
      paramLabel = "stop-first|path",
      description =
          "Where stop and target both lie inside a bar: the stop fills first, or the path of price"
              + " decides. Default: stop-first.")
  private Optional<String> insideBar = Optional.empty();

  @Option(
      names = "--latency",
      paramLabel = "MS",
      description = "Milliseconds from a decision until its order is at the exchange. Default: 0.")
  private long latency;

  @Option(
      names = "--faults",
      paramLabel = "REJECTS,PARTIALS,SEED",
      description =
          "For tests: shares of orders refused and of fills made in part, as fractions, and a seed."
              + " 0.05,0.2,7 refuses one in twenty. Default: none.")
  private Optional<String> faults = Optional.empty();

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
  private Optional<String> sizeImpact = Optional.empty();

  @Option(
      names = "--participation",
      paramLabel = "F|off",
      description = "Largest share of a bar's volume that is filled. Default: 0.1.")
  private Optional<String> participation = Optional.empty();

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description =
          "Liquidity: mega, large, mid, small or micro. Default: from the turnover of the 30 days"
              + " before the start.")
  private Optional<String> tier = Optional.empty();

  @Option(
      names = "--risk",
      paramLabel = "research|guarded|FILE",
      description =
          "Limits that entries keep: balance, margin and liquidation alone, all of them, or those of"
              + " a file, {\"name\": …, \"limits\": {\"daily_stop_loss\": \"0.02\", …}}, which"
              + " takes the others from guarded. Default: research, in sessions guarded.")
  private Optional<String> risk = Optional.empty();

  @Option(names = "--keep-open", description = "Leave positions open at the end of the run.")
  private boolean keepOpen;

  CostOptions costs() {
    boolean tradingView = tradingView();
    return new CostOptions(
        fees.map(FeePreset::parse)
            .or(() -> tradingView ? Optional.of(FeePreset.TRADINGVIEW) : Optional.empty()),
        makerFee,
        takerFee,
        tradingView ? halfSpreadBps.or(() -> Optional.of(BigDecimal.ZERO)) : halfSpreadBps,
        tradingView ? slippageBps.or(() -> Optional.of(BigDecimal.ZERO)) : slippageBps,
        onOff("--size-impact", sizeImpact.orElse(tradingView ? "off" : "on")),
        participation(tradingView),
        tier.map(LiquidityTier::parse));
  }

  /** Whether indicators see the bars stored before the start. */
  boolean warmUp() {
    return switch (warmUp.orElse(tradingView() ? "none" : "stored")) {
      case "stored" -> true;
      case "none" -> false;
      default ->
          throw new InputException(
              "--warm-up: '" + warmUp.orElse("") + "' is unknown", "Give stored or none");
    };
  }

  /** How orders fill. */
  FillRules fills() {
    if (slippageTicks < 0) {
      throw new InputException(
          "--slippage-ticks: " + slippageTicks + " is below zero", "Give 0 or more");
    }
    boolean atClose =
        switch (fillAt) {
          case "open" -> false;
          case "close" -> true;
          default ->
              throw new InputException(
                  "--fill-at: '" + fillAt + "' is neither open nor close", "Give open or close");
        };
    FillRules rules = tradingView() ? FillRules.tradingView() : FillRules.standard();
    return rules
        .withAtClose(atClose)
        .withSlippageTicks(slippageTicks)
        .withFaults(faults())
        .withTouch(touch || rules.touch())
        .withPath(insideBar.map(CostArguments::pathDecides).orElse(rules.path()));
  }

  private Faults faults() {
    if (latency < 0) {
      throw new InputException("--latency: " + latency + " is below zero", "Give 0 or more");
    }
    if (faults.isEmpty()) {
      return latency == 0 ? Faults.NONE : new Faults(latency, 0, 0, 0);
    }
    String[] parts = faults.get().split(",", -1);
    if (parts.length != 3 || !parts[2].matches("-?[0-9]{1,18}")) {
      throw new InputException(
          "--faults: '" + faults.get() + "' is not two fractions and a whole number",
          "Give, for example, 0.05,0.2,7");
    }
    return new Faults(
        latency, perMillion(parts[0]), perMillion(parts[1]), Long.parseLong(parts[2]));
  }

  private static long perMillion(String text) {
    BigDecimal share = Decimals.parse("--faults", text);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      throw new InputException(
          "--faults: " + text + " is out of range", "Give a fraction from 0 to below 1");
    }
    return share.movePointRight(6).longValue();
  }

  private static boolean pathDecides(String text) {
    return switch (text) {
      case "path" -> true;
      case "stop-first" -> false;
      default ->
          throw new InputException(
              "--inside-bar: '" + text + "' is neither stop-first nor path",
              "Give stop-first or path");
    };
  }

  private boolean tradingView() {
    if (preset.isPresent() && !preset.get().equals("tradingview")) {
      throw new InputException(
          "--preset: '" + preset.get() + "' is unknown", "Use tradingview, or leave it out");
    }
    return preset.isPresent();
  }

  /**
   * The named profile, or the one of a file.
   *
   * @param usual if none was named
   */
  RiskProfile risk(String usual) {
    return RiskSource.find(risk.orElse(usual));
  }

  boolean keepOpen() {
    return keepOpen;
  }

  private Optional<BigDecimal> participation(boolean tradingView) {
    String given =
        participation.orElse(
            tradingView ? "off" : CostOptions.DEFAULT_PARTICIPATION.toPlainString());
    if (given.equals("off")) {
      return Optional.empty();
    }
    BigDecimal share = Decimals.parse("--participation", given);
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new InputException(
          "--participation: " + given + " is out of range",
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
