package org.candlewright.analytics.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candlewright.indicator.HalfLife;
import org.candlewright.indicator.Moments;

/** Computes pairs one after the other. Keeps its scratch memory and belongs to one thread. */
final class PairAnalysis {
  /** Below it neither asymptotic p-value nor lag choice means anything. */
  static final int LEAST_BARS = 50;

  /**
   * Above this share explained two series are one for the test: their residuals are rounding (the
   * limit of statsmodels' {@code coint}, 1 − 100 √ε).
   */
  static final double COLLINEAR = 1 - 100 * Math.sqrt(Math.ulp(1.0));

  private final PairAlignment common = new PairAlignment();
  private final EngleGranger engleGranger = new EngleGranger();
  private final Stability stability = new Stability();
  private final double minimumCorrelation;

  /**
   * @param minimumCorrelation pairs with less are not tested; -1 tests all
   */
  PairAnalysis(double minimumCorrelation) {
    this.minimumCorrelation = minimumCorrelation;
  }

  /** The pair's row, not yet judged against the others. */
  PairRow row(PriceSeries first, PriceSeries second) {
    Optional<String> problem = first.problem().or(second::problem);
    if (problem.isPresent()) {
      return untested(first, second, 0, OptionalDouble.empty(), problem.get());
    }
    common.align(first, second);
    problem = tooFew().or(common.gaps()::problem);
    if (problem.isPresent()) {
      return untested(first, second, common.size(), OptionalDouble.empty(), problem.get());
    }
    return measured(first, second);
  }

  private Optional<String> tooFew() {
    int size = common.size();
    if (size == 0) {
      return Optional.of("no bars in common");
    }
    return size < LEAST_BARS
        ? Optional.of("only " + size + " bars in common; at least " + LEAST_BARS + " are needed")
        : Optional.empty();
  }

  private PairRow measured(PriceSeries first, PriceSeries second) {
    int size = common.size();
    Moments steps = Moments.ofSteps(common.firstLogs(), common.secondLogs(), size);
    if (!(steps.firstSquares() > 0) || !(steps.secondSquares() > 0)) {
      return untested(first, second, size, OptionalDouble.empty(), constant(first, second, steps));
    }
    OptionalDouble correlation = OptionalDouble.of(steps.correlation());
    if (steps.correlation() < minimumCorrelation) {
      return untested(
          first, second, size, correlation, "correlation below the minimum; not tested");
    }
    Moments levels = Moments.of(common.first(), common.second(), size);
    if (levels.explained() >= COLLINEAR) {
      return untested(
          first,
          second,
          size,
          correlation,
          "both series are the same but for rounding; cointegration cannot be tested");
    }
    return tested(first, second, correlation, levels);
  }

  private static String constant(PriceSeries first, PriceSeries second, Moments steps) {
    PriceSeries which = steps.firstSquares() > 0 ? second : first;
    return which.instrument() + " has a constant price; nothing can be tested";
  }

  private PairRow tested(
      PriceSeries first, PriceSeries second, OptionalDouble correlation, Moments levels) {
    Optional<CointegrationTest> onSecond =
        engleGranger.test(common.first(), common.second(), levels.swapped());
    Optional<CointegrationTest> onFirst =
        engleGranger.test(common.second(), common.first(), levels);
    if (onSecond.isEmpty() || onFirst.isEmpty()) {
      return untested(
          first,
          second,
          levels.size(),
          correlation,
          "the spread takes too few different values to be tested");
    }
    PairFigures figures = figures(onSecond.get(), onFirst.get(), levels);
    return new PairRow(
        first.instrument(),
        second.instrument(),
        levels.size(),
        correlation,
        Optional.of(figures),
        OptionalDouble.empty(),
        false,
        remarks(figures));
  }

  /** Both orientations tested, figures of the one with the smaller p-value. */
  private PairFigures figures(
      CointegrationTest onSecond, CointegrationTest onFirst, Moments levels) {
    boolean firstDependent =
        onSecond.pValue() < onFirst.pValue()
            || (onSecond.pValue() == onFirst.pValue()
                && onSecond.statistic() <= onFirst.statistic());
    CointegrationTest test = firstDependent ? onSecond : onFirst;
    if (firstDependent) {
      // The spread in memory is the other orientation's.
      engleGranger.spread(common.first(), common.second(), levels.swapped(), test.hedgeRatio());
    }
    double[] spread = engleGranger.spread();
    int size = levels.size();
    double mean = 0;
    for (int i = 0; i < size; i++) {
      mean += spread[i];
    }
    mean /= size;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += (spread[i] - mean) * (spread[i] - mean);
    }
    double deviation = Math.sqrt(squares / (size - 1));
    return new PairFigures(
        firstDependent,
        test,
        firstDependent ? onFirst.pValue() : onSecond.pValue(),
        HalfLife.of(spread, size),
        HurstExponent.of(spread, size),
        firstDependent
            ? stability.windows(common.first(), common.second(), size)
            : stability.windows(common.second(), common.first(), size),
        mean,
        deviation,
        (spread[size - 1] - mean) / deviation);
  }

  private String remarks(PairFigures figures) {
    List<String> remarks = new ArrayList<>();
    if (common.gaps().missing() > 0) {
      remarks.add(common.gaps().missing() + " bars missing in between");
    }
    switch (figures.halfLife()) {
      case HalfLife.Bars known -> {}
      case HalfLife.BelowOneBar below -> remarks.add("half-life below one bar");
      case HalfLife.None none -> remarks.add("no half-life: the spread does not revert");
    }
    if (figures.hurst().isEmpty()) {
      remarks.add("Hurst exponent needs " + HurstExponent.LEAST + " bars");
    }
    return String.join("; ", remarks);
  }

  private static PairRow untested(
      PriceSeries first, PriceSeries second, int bars, OptionalDouble correlation, String why) {
    return new PairRow(
        first.instrument(),
        second.instrument(),
        bars,
        correlation,
        Optional.empty(),
        OptionalDouble.empty(),
        false,
        why);
  }
}
