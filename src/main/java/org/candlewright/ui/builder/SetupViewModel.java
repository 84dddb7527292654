package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.market.InputException;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.ui.format.Times;

/** When to run, on which bars, with how much. */
public final class SetupViewModel {
  /** Bars that can be chosen; coarser ones are built from finer stored ones. */
  public static final List<String> TIMEFRAMES =
      List.of("1m", "5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d");

  private final StringProperty from = new SimpleStringProperty("");
  private final StringProperty to = new SimpleStringProperty("");
  private final StringProperty timeframe = new SimpleStringProperty("1h");
  private final StringProperty capital = new SimpleStringProperty("10000");
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, from, to, capital);

  /** First day, or an instant, UTC. */
  public StringProperty fromProperty() {
    return from;
  }

  /** Day or instant after the last, UTC. */
  public StringProperty toProperty() {
    return to;
  }

  public StringProperty timeframeProperty() {
    return timeframe;
  }

  /** Starting equity in the quote currency. */
  public StringProperty capitalProperty() {
    return capital;
  }

  /** What is wrong; empty if nothing is. */
  public StringExpression problemProperty() {
    return problem;
  }

  Optional<Period> period() {
    try {
      return Optional.of(
          new Period(Period.parseTime(from.get().strip()), Period.parseTime(to.get().strip())));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  Timeframe bars() {
    return Timeframe.parse(timeframe.get());
  }

  Optional<BigDecimal> money() {
    try {
      return Optional.of(new BigDecimal(capital.get().strip().replace(",", "")))
          .filter(value -> value.signum() > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  void show(Period period, Timeframe bars, BigDecimal money) {
    from.set(text(period.fromMillis()));
    to.set(text(period.toMillis()));
    timeframe.set(bars.toString());
    capital.set(money.toPlainString());
  }

  private static String text(long millis) {
    return Math.floorMod(millis, 86_400_000L) == 0
        ? Times.day(millis)
        : java.time.Instant.ofEpochMilli(millis).toString();
  }

  private String check() {
    if (!isTime(from.get()) || !isTime(to.get())) {
      return "Write days as 2025-03-01.";
    }
    if (period().isEmpty()) {
      return "The last day must come after the first.";
    }
    return money().isEmpty() ? "The capital must be a number above zero." : "";
  }

  private static boolean isTime(String text) {
    try {
      Period.parseTime(text.strip());
      return true;
    } catch (InputException e) {
      return false;
    }
  }
}
