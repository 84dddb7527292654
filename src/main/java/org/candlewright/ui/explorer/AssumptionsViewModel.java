package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.analytics.funding.FundingAssumptions;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.FeePreset;

/** Size, holding time and costs that every yield is computed with. */
public final class AssumptionsViewModel {
  /** The venue's lowest published schedule. */
  public static final String BY_VENUE = "by venue";

  private static final BigDecimal MOST = new BigDecimal("1e12");
  private static final BigDecimal MOST_BPS = BigDecimal.valueOf(1_000);

  private final StringProperty size = new SimpleStringProperty("1000");
  private final StringProperty days = new SimpleStringProperty("30");
  private final StringProperty fees = new SimpleStringProperty(BY_VENUE);
  private final StringProperty halfSpread = new SimpleStringProperty("");
  private final StringProperty slippage = new SimpleStringProperty("");
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, size, days, halfSpread, slippage);

  /** Notional of one leg, in quote. */
  public StringProperty sizeProperty() {
    return size;
  }

  /** Days between entry and exit. */
  public StringProperty daysProperty() {
    return days;
  }

  public StringProperty feesProperty() {
    return fees;
  }

  /** Basis points; empty for the tier's. */
  public StringProperty halfSpreadProperty() {
    return halfSpread;
  }

  /** Basis points; empty for the tier's. */
  public StringProperty slippageProperty() {
    return slippage;
  }

  /** What is wrong; empty if nothing is. */
  public StringExpression problemProperty() {
    return problem;
  }

  /** Names of the fee schedules. */
  public static List<String> feeChoices() {
    return Stream.concat(
            Stream.of(BY_VENUE), Arrays.stream(FeePreset.values()).map(FeePreset::toString))
        .toList();
  }

  List<StringProperty> properties() {
    return List.of(size, days, fees, halfSpread, slippage);
  }

  /** What is assumed; empty while something is wrong. */
  Optional<FundingAssumptions> assumptions() {
    if (!check().isEmpty()) {
      return Optional.empty();
    }
    FundingAssumptions standard = FundingAssumptions.defaults();
    return Optional.of(
        new FundingAssumptions(
            parse(days.get()).orElseThrow().doubleValue(),
            notional().doubleValue(),
            standard.marginShare(),
            standard.streakThreshold(),
            costs()));
  }

  /** Notional of one leg; only while nothing is wrong. */
  BigDecimal notional() {
    return parse(size.get()).orElseThrow();
  }

  private CostOptions costs() {
    CostOptions standard = CostOptions.defaults();
    return new CostOptions(
        Optional.of(fees.get()).filter(name -> !name.equals(BY_VENUE)).map(FeePreset::parse),
        Optional.empty(),
        Optional.empty(),
        parse(halfSpread.get()),
        parse(slippage.get()),
        standard.sizeImpact(),
        standard.participation(),
        standard.tier());
  }

  private String check() {
    if (!inside(size.get(), MOST)) {
      return "The size must be a number above zero.";
    }
    if (!inside(days.get(), BigDecimal.valueOf(10_000))) {
      return "Days held: above 0 to 10,000.";
    }
    if (!isBps(halfSpread.get()) || !isBps(slippage.get())) {
      return "Half spread and slippage: 0 to 1,000 bps, or empty for the tier's.";
    }
    return "";
  }

  private static boolean inside(String typed, BigDecimal most) {
    return parse(typed)
        .filter(value -> value.signum() > 0 && value.compareTo(most) <= 0)
        .isPresent();
  }

  private static boolean isBps(String typed) {
    return typed.isBlank()
        || parse(typed)
            .filter(value -> value.signum() >= 0 && value.compareTo(MOST_BPS) <= 0)
            .filter(value -> value.stripTrailingZeros().scale() <= 8)
            .isPresent();
  }

  private static Optional<BigDecimal> parse(String typed) {
    try {
      return Optional.of(new BigDecimal(typed.strip().replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
