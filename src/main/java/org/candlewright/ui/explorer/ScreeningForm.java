package org.candlewright.ui.explorer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.analytics.pairs.PriceForm;
import org.candlewright.analytics.pairs.ScreeningQuestion;
import org.candlewright.backtest.MarketStore;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;

/** Universe, bars, look-back and limits of a screening, as typed. */
public final class ScreeningForm {
  /** Bars that can be chosen. */
  public static final List<String> TIMEFRAMES = List.of("5m", "15m", "1h", "4h", "1d");

  private final StringProperty universe = new SimpleStringProperty("perpetual");
  private final StringProperty timeframe = new SimpleStringProperty("1h");
  private final StringProperty days = new SimpleStringProperty("365");
  private final StringProperty prices = new SimpleStringProperty("log");
  private final StringProperty rate = new SimpleStringProperty("5");
  private final StringProperty correlation = new SimpleStringProperty("");
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, days, rate, correlation);

  /** Words that an instrument must hold, such as {@code perpetual binance}. */
  public StringProperty universeProperty() {
    return universe;
  }

  public StringProperty timeframeProperty() {
    return timeframe;
  }

  /** Days before the end of the data. */
  public StringProperty daysProperty() {
    return days;
  }

  /** {@code log} or {@code raw}. */
  public StringProperty pricesProperty() {
    return prices;
  }

  /** False discovery rate, percent. */
  public StringProperty rateProperty() {
    return rate;
  }

  /** Least correlation of a pair that is tested; empty for any. */
  public StringProperty correlationProperty() {
    return correlation;
  }

  public StringExpression problemProperty() {
    return problem;
  }

  /** What the form says, to be used away from the window's thread; only while nothing is wrong. */
  Wanted wanted() {
    return new Wanted(
        universe.get().toLowerCase(Locale.ROOT).strip(),
        Timeframe.parse(timeframe.get()),
        number(days.get()).orElseThrow().longValue(),
        PriceForm.parse(prices.get()),
        number(rate.get()).orElseThrow().movePointLeft(2).doubleValue(),
        number(correlation.get()).map(BigDecimal::doubleValue).orElse(-1.0));
  }

  record Wanted(
      String words,
      Timeframe timeframe,
      long days,
      PriceForm prices,
      double rate,
      double correlation) {

    boolean takes(Instrument instrument) {
      String text =
          (instrument.id() + (instrument.id().kind().isPerpetual() ? " perpetual" : " spot"))
              .toLowerCase(Locale.ROOT);
      for (String word : words.split("\\s+")) {
        if (!text.contains(word)) {
          return false;
        }
      }
      return true;
    }

    /** The last days of what is stored of the universe. */
    ScreeningQuestion question(List<Instrument> universe, MarketStore market) {
      List<InstrumentId> ids = universe.stream().map(Instrument::id).toList();
      long end =
          market.contents().stream()
              .filter(
                  series -> series.what().equals("candles") && ids.contains(series.instrument()))
              .mapToLong(MarketStore.StoredSeries::lastMillis)
              .max()
              .orElse(Timeframe.ONE_DAY.millis());
      long day = Timeframe.ONE_DAY.millis();
      long to = (end / day + 1) * day;
      return new ScreeningQuestion(
          ids, timeframe, new Period(Math.max(0, to - days * day), to), prices, rate, correlation);
    }
  }

  private String check() {
    if (!between(days.get(), "1", "20000") || number(days.get()).orElseThrow().scale() > 0) {
      return "Look-back: 1 to 20,000 whole days.";
    }
    if (!between(rate.get(), "0.0001", "99")) {
      return "False discoveries: above 0 to 99 %.";
    }
    return correlation.get().isBlank() || between(correlation.get(), "-1", "1")
        ? ""
        : "Correlation: −1 to 1, or empty for any.";
  }

  private static boolean between(String typed, String least, String most) {
    return number(typed)
        .filter(
            value ->
                value.compareTo(new BigDecimal(least)) >= 0
                    && value.compareTo(new BigDecimal(most)) <= 0)
        .isPresent();
  }

  private static Optional<BigDecimal> number(String typed) {
    try {
      return Optional.of(new BigDecimal(typed.strip().replace(",", "").replace('−', '-')));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  Map<String, String> state() {
    return Map.of(
        "universe", universe.get(),
        "timeframe", timeframe.get(),
        "look-back", days.get(),
        "prices", prices.get(),
        "rate", rate.get(),
        "correlation", correlation.get());
  }

  void restore(Map<String, String> state) {
    universe.set(state.getOrDefault("universe", "perpetual"));
    String bars = state.getOrDefault("timeframe", "1h");
    timeframe.set(TIMEFRAMES.contains(bars) ? bars : "1h");
    days.set(state.getOrDefault("look-back", "365"));
    prices.set(state.getOrDefault("prices", "log").equals("raw") ? "raw" : "log");
    rate.set(state.getOrDefault("rate", "5"));
    correlation.set(state.getOrDefault("correlation", ""));
  }
}
