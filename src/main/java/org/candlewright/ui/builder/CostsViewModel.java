package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.market.Exact;
import org.candlewright.ui.format.Numbers;

/** What a run is charged: the same choices as the command line has; what is empty comes by rule. */
public final class CostsViewModel {
  /** The strategy's schedule, else the venue's lowest. */
  public static final String BY_VENUE = "by venue";

  /** Rates of a stored run that no preset has. */
  public static final String OF_THE_RUN = "as in the run";

  /** From the turnover of the 30 days before the start. */
  public static final String BY_TURNOVER = "by turnover";

  private static final BigDecimal MOST_BPS = BigDecimal.valueOf(1_000);
  private static final int MOST_DECIMALS = 8;

  private final StringProperty fees = new SimpleStringProperty(BY_VENUE);
  private final StringProperty tier = new SimpleStringProperty(BY_TURNOVER);
  private final StringProperty halfSpread = new SimpleStringProperty("");
  private final StringProperty slippage = new SimpleStringProperty("");
  private final StringProperty participation = new SimpleStringProperty("");
  private final StringProperty sizeImpact = new SimpleStringProperty("on");
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, halfSpread, slippage, participation);
  private Optional<ContractCosts> ofTheRun = Optional.empty();

  CostsViewModel() {
    show(CostOptions.defaults());
  }

  /** Names of the fee schedules. */
  public static List<String> feeChoices() {
    return Stream.concat(
            Stream.of(BY_VENUE), Arrays.stream(FeePreset.values()).map(FeePreset::toString))
        .toList();
  }

  /** Names of the liquidity tiers. */
  public static List<String> tierChoices() {
    return Stream.concat(
            Stream.of(BY_TURNOVER),
            Arrays.stream(LiquidityTier.values()).map(LiquidityTier::toString))
        .toList();
  }

  public StringProperty feesProperty() {
    return fees;
  }

  public StringProperty tierProperty() {
    return tier;
  }

  /** Basis points; empty for the tier's. */
  public StringProperty halfSpreadProperty() {
    return halfSpread;
  }

  /** Basis points; empty for the tier's. */
  public StringProperty slippageProperty() {
    return slippage;
  }

  /** Largest share of a bar's volume, percent; empty for no limit. */
  public StringProperty participationProperty() {
    return participation;
  }

  /** {@code on} or {@code off}. */
  public StringProperty sizeImpactProperty() {
    return sizeImpact;
  }

  /** What is wrong; empty if nothing is. */
  public StringExpression problemProperty() {
    return problem;
  }

  /** Everything that a change of is a change of costs. */
  List<StringProperty> properties() {
    return List.of(fees, tier, halfSpread, slippage, participation, sizeImpact);
  }

  /** What is chosen; empty while something is wrong. */
  Optional<CostOptions> options() {
    if (!check().isEmpty()) {
      return Optional.empty();
    }
    boolean custom = fees.get().equals(OF_THE_RUN);
    return Optional.of(
        new CostOptions(
            Optional.of(fees.get())
                .filter(name -> !custom && !name.equals(BY_VENUE))
                .map(FeePreset::parse),
            ofTheRun.filter(ignored -> custom).map(costs -> costs.maker().decimal()),
            ofTheRun.filter(ignored -> custom).map(costs -> costs.taker().decimal()),
            number(halfSpread),
            number(slippage),
            sizeImpact.get().equals("on"),
            number(participation).map(percent -> percent.movePointLeft(2)),
            Optional.of(tier.get())
                .filter(name -> !name.equals(BY_TURNOVER))
                .map(LiquidityTier::parse)));
  }

  /** Shows choices. */
  void show(CostOptions options) {
    fees.set(options.fees().map(FeePreset::toString).orElse(BY_VENUE));
    tier.set(options.tier().map(LiquidityTier::toString).orElse(BY_TURNOVER));
    halfSpread.set(text(options.halfSpreadBps()));
    slippage.set(text(options.slippageBps()));
    participation.set(text(options.participation().map(share -> share.movePointRight(2))));
    sizeImpact.set(options.sizeImpact() ? "on" : "off");
  }

  /**
   * Shows the choices that lead to the costs of a stored run, as far as they are the same for all
   * of its instruments.
   *
   * @param standard what the same run costs when nothing is chosen
   */
  void show(List<ContractCosts> inForce, List<ContractCosts> standard) {
    ContractCosts first = inForce.getFirst();
    boolean custom = first.feeName().equals("custom");
    ofTheRun = Optional.of(first).filter(ignored -> custom);
    boolean sameFees = same(inForce, standard, ContractCosts::feeName);
    boolean sameTier = same(inForce, standard, ContractCosts::tier);
    show(
        new CostOptions(
            sameFees || custom ? Optional.empty() : Optional.of(FeePreset.parse(first.feeName())),
            Optional.empty(),
            Optional.empty(),
            given(inForce, ContractCosts::halfSpread, each -> each.tier().halfSpreadBps()),
            given(inForce, ContractCosts::slippage, each -> each.tier().slippageBps()),
            first.sizeImpact(),
            first.participation(),
            sameTier ? Optional.empty() : Optional.of(first.tier())));
    if (custom) {
      fees.set(OF_THE_RUN);
    }
  }

  private static boolean same(
      List<ContractCosts> some, List<ContractCosts> others, Function<ContractCosts, Object> part) {
    return some.stream().map(part).toList().equals(others.stream().map(part).toList());
  }

  /** The figure given in place of the tiers' own; empty if they are the tiers' own. */
  private static Optional<BigDecimal> given(
      List<ContractCosts> costs,
      Function<ContractCosts, Long> figure,
      Function<ContractCosts, BigDecimal> ofTier) {
    boolean own =
        costs.stream()
            .allMatch(each -> figure.apply(each) == ContractCosts.fromBps(ofTier.apply(each)));
    return own
        ? Optional.empty()
        : Optional.of(Exact.decimal(figure.apply(costs.getFirst()), MOST_DECIMALS));
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(each -> Numbers.exact(each).replace(",", "")).orElse("");
  }

  private String check() {
    String spread = checkBps("Half spread", halfSpread.get());
    String slip = checkBps("Slippage", slippage.get());
    return !spread.isEmpty() ? spread : !slip.isEmpty() ? slip : checkShare();
  }

  private static String checkBps(String what, String typed) {
    if (typed.isBlank()) {
      return "";
    }
    Optional<BigDecimal> value = parse(typed);
    return value.isEmpty()
            || value.get().signum() < 0
            || value.get().compareTo(MOST_BPS) > 0
            || value.get().stripTrailingZeros().scale() > MOST_DECIMALS
        ? what + ": 0 to 1,000 bps, or empty for the tier's."
        : "";
  }

  private String checkShare() {
    if (participation.get().isBlank()) {
      return "";
    }
    Optional<BigDecimal> value = parse(participation.get());
    return value.isEmpty()
            || value.get().signum() <= 0
            || value.get().compareTo(BigDecimal.valueOf(100)) > 0
        ? "Volume share: above 0 to 100 %, or empty for no limit."
        : "";
  }

  private static Optional<BigDecimal> number(StringProperty typed) {
    return parse(typed.get());
  }

  private static Optional<BigDecimal> parse(String typed) {
    try {
      return Optional.of(new BigDecimal(typed.strip().replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
