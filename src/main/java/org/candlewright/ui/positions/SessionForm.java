package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.backtest.BacktestRequest;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.StoredSpan;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;

/** What a new session is to be, as typed. */
public final class SessionForm {
  /** History before the first bar of a session on stored bars, for what looks back. */
  private static final long HISTORY = 60 * 86_400_000L;

  private final StringProperty strategy = new SimpleStringProperty("funding-carry-backtest");
  private final StringProperty instruments = new SimpleStringProperty("demo");
  private final StringProperty timeframe = new SimpleStringProperty("1h");
  private final StringProperty capital = new SimpleStringProperty("10000");
  private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.ALL.get(2));
  private final StringExpression problem =
      Bindings.createStringBinding(this::check, instruments, capital);

  /** Name of a template. */
  public StringProperty strategyProperty() {
    return strategy;
  }

  /** Words that an instrument must hold, such as {@code demo btc}. */
  public StringProperty instrumentsProperty() {
    return instruments;
  }

  public StringProperty timeframeProperty() {
    return timeframe;
  }

  /** Money at the start, in the quote currency. */
  public StringProperty capitalProperty() {
    return capital;
  }

  public ObjectProperty<Pace> paceProperty() {
    return pace;
  }

  /** What is wrong with what was typed; empty if nothing is. */
  public StringExpression problemProperty() {
    return problem;
  }

  private String check() {
    if (money().isEmpty()) {
      return "Capital: write a number above zero, for example 10000.";
    }
    return instruments.get().isBlank() ? "Instruments: write a word of their names." : "";
  }

  private Optional<BigDecimal> money() {
    try {
      return Optional.of(new BigDecimal(capital.get().strip())).filter(each -> each.signum() > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** What the form says, to be used away from the window's thread; only while nothing is wrong. */
  Wanted wanted() {
    return new Wanted(
        strategy.get(),
        List.of(instruments.get().toLowerCase(Locale.ROOT).strip().split("\\s+")),
        Timeframe.parse(timeframe.get()),
        money().orElseThrow(),
        pace.get().speed());
  }

  /** A session that is wanted. */
  record Wanted(
      String strategy, List<String> words, Timeframe timeframe, BigDecimal capital, double speed) {

    /**
     * What the session runs on: all that is stored of the instruments, but for the first weeks,
     * which are its history.
     *
     * @throws InputException if there are no such instruments or no bars of them
     */
    BacktestRequest request(MarketStore market, Strategies strategies) {
      StrategyDefinition definition = strategies.template(strategy).orElseThrow();
      List<InstrumentId> known = market.instruments().stream().map(Instrument::id).toList();
      List<InstrumentId> chosen =
          known.stream()
              .filter(id -> id.kind().isPerpetual() && definition.legs().canTrade(id, known))
              .filter(
                  id -> words.stream().allMatch(id.toString().toLowerCase(Locale.ROOT)::contains))
              .toList();
      if (chosen.isEmpty()) {
        throw new InputException(
            "instruments: no perpetual that "
                + strategy
                + " can trade holds '"
                + String.join(" ", words)
                + "'",
            "Write another word, or demo for the demo market");
      }
      return new BacktestRequest(
          definition,
          chosen,
          timeframe,
          period(market, chosen),
          capital,
          CostOptions.defaults(),
          RiskProfile.guarded(),
          false,
          "paper-" + strategy,
          EngineSetup.DEFAULT_BLOCK);
    }

    private Period period(MarketStore market, List<InstrumentId> chosen) {
      Period known =
          StoredSpan.of(market, chosen, timeframe)
              .orElseThrow(
                  () ->
                      new InputException(
                          "instruments: there are no " + timeframe + " bars of them",
                          "Choose other bars"));
      long afterHistory = known.fromMillis() + HISTORY;
      long start = afterHistory < known.toMillis() ? afterHistory : known.fromMillis();
      return new Period(timeframe.floor(start), known.toMillis());
    }
  }
}
