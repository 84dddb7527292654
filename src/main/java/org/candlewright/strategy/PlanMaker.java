package org.candlewright.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Exact;

/**
 * Makes the exits of an entry of one instrument: prices of stop and targets from the close and the
 * indicators of the decision, rounded to the nearest tick, half even.
 */
final class PlanMaker {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Optional<EntryPlan.Exits> NONE = Optional.of(EntryPlan.Exits.NONE);

  private final RulesStrategy strategy;
  private final BarSeries bars;
  private final RuleColumns columns;
  private final ExitReasons reasons;
  private final Map<Operand, Series> series = new HashMap<>();

  PlanMaker(RulesStrategy strategy, BarSeries bars, RuleColumns columns, ExitReasons reasons) {
    this.strategy = strategy;
    this.bars = bars;
    this.columns = columns;
    this.reasons = reasons;
    ExitRules exits = strategy.protection();
    exits.stop().ifPresent(this::compile);
    exits.targets().forEach(target -> compile(target.level()));
    exits
        .trailing()
        .ifPresent(
            rule -> {
              compile(rule.distance());
              rule.activation().ifPresent(this::compile);
            });
    exits.breakEven().ifPresent(rule -> compile(rule.after()));
  }

  private void compile(ExitRules.Level level) {
    switch (level) {
      case ExitRules.Ranges ranges -> compile(new Operand.IndicatorValue(ranges.indicator()));
      case ExitRules.Distance distance -> compile(distance.distance());
      case ExitRules.Price price -> compile(price.price());
      case ExitRules.PriceBySide price -> {
        compile(price.ofLong());
        compile(price.ofShort());
      }
      case ExitRules.Percent ignored -> {}
      case ExitRules.Reward ignored -> {}
    }
  }

  private void compile(Operand operand) {
    series.put(operand, columns.series(operand));
  }

  /** The exits; empty where a price cannot be known yet or would not be above zero. */
  Optional<EntryPlan.Exits> exits(int side, int bar) {
    if (!strategy.protection().exist()) {
      return NONE;
    }
    try {
      return Optional.of(exits(new Prices(side, bar)));
    } catch (NoPriceException e) {
      return Optional.empty();
    }
  }

  private EntryPlan.Exits exits(Prices prices) {
    ExitRules rules = strategy.protection();
    long stop = rules.stop().map(level -> prices.ticks(prices.at(level, -1))).orElse(0L);
    List<EntryPlan.Target> targets = new ArrayList<>();
    for (ExitRules.Target target : rules.targets()) {
      targets.add(
          new EntryPlan.Target(
              prices.ticks(prices.at(target.level(), 1)),
              Exact.scaled(target.share(), 12),
              reasons.target()));
    }
    return new EntryPlan.Exits(
        stop,
        reasons.stop(),
        targets,
        rules.trailing().map(rule -> trail(rule, prices)).orElse(EntryPlan.Trail.NONE),
        rules
            .breakEven()
            .map(
                rule ->
                    new EntryPlan.BreakEven(
                        prices.ticks(prices.at(rule.after(), 1)),
                        Exact.scaled(rule.offsetPercent().divide(HUNDRED), 12),
                        reasons.breakEven()))
            .orElse(EntryPlan.BreakEven.NONE));
  }

  private EntryPlan.Trail trail(ExitRules.Trailing rule, Prices prices) {
    long activation = rule.activation().map(level -> prices.ticks(prices.at(level, 1))).orElse(0L);
    if (rule.distance() instanceof ExitRules.Percent percent) {
      long share = Exact.scaled(strategy.number(percent.percent()).divide(HUNDRED), 12);
      return new EntryPlan.Trail(activation, 0, share, reasons.trailing());
    }
    long distance = Math.max(1, prices.round(prices.distance(rule.distance())));
    return new EntryPlan.Trail(activation, distance, 0, reasons.trailing());
  }

  /** A value is missing, or a price is not above zero: there is no entry then. */
  private static final class NoPriceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoPriceException() {
      super("no price", null, false, false);
    }
  }

  /** The values of one decision. */
  private final class Prices {
    private final int side;
    private final int bar;
    private final BigDecimal close;

    Prices(int side, int bar) {
      this.side = side;
      this.bar = bar;
      this.close = bars.tick().multiply(BigDecimal.valueOf(bars.closes()[bar]));
    }

    BigDecimal value(Operand operand) {
      if (operand instanceof Operand.Constant || operand instanceof Operand.ParameterValue) {
        return strategy.number(operand);
      }
      Series column = series.get(operand);
      double value = column == null ? Double.NaN : columns.value(column, bar);
      if (!Double.isFinite(value)) {
        throw new NoPriceException();
      }
      return BigDecimal.valueOf(value);
    }

    /** A price at a level, on the side of gain (1) or of loss (-1). */
    BigDecimal at(ExitRules.Level level, int gain) {
      return switch (level) {
        case ExitRules.Price price -> value(price.price());
        case ExitRules.PriceBySide price -> value(price.of(side));
        default -> close.add(distance(level).multiply(BigDecimal.valueOf((long) side * gain)));
      };
    }

    BigDecimal distance(ExitRules.Level level) {
      return switch (level) {
        case ExitRules.Ranges ranges ->
            strategy
                .number(ranges.multiple())
                .multiply(value(new Operand.IndicatorValue(ranges.indicator())));
        case ExitRules.Percent percent ->
            close.multiply(strategy.number(percent.percent())).divide(HUNDRED);
        case ExitRules.Distance distance -> value(distance.distance());
        case ExitRules.Reward reward -> strategy.number(reward.multiple()).multiply(risk());
        case ExitRules.Price price -> loss(price.price());
        case ExitRules.PriceBySide price -> loss(price.of(side));
      };
    }

    /** Distance of the stop; a stop that is no loss measures nothing. */
    private BigDecimal risk() {
      BigDecimal risk = distance(strategy.protection().stop().orElseThrow());
      if (risk.signum() <= 0) {
        throw new NoPriceException();
      }
      return risk;
    }

    /** How far a price lies on the side of loss. */
    private BigDecimal loss(Operand price) {
      return close.subtract(value(price)).multiply(BigDecimal.valueOf(side));
    }

    long round(BigDecimal price) {
      return price.divide(bars.tick(), 0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** A price in whole ticks, which must be above zero. */
    long ticks(BigDecimal price) {
      long ticks = round(price);
      if (ticks <= 0) {
        throw new NoPriceException();
      }
      return ticks;
    }
  }
}
