package org.candlewright.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.candlewright.indicator.Indicators;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;

/** Strategy files and run instruments for tests. */
final class RuleFiles {
  static final Strategies STRATEGIES = new Strategies(Indicators.standard());

  private RuleFiles() {}

  /** A rules file around the given fields: name, schema and kind are added. */
  static String file(String fields) {
    return "{\"schema\": 1, \"kind\": \"rules\", \"name\": \"mine\", " + fields + "}";
  }

  static String longWhen(String condition) {
    return file("\"rules\": [{\"name\": \"up\", \"side\": \"long\", \"when\": " + condition + "}]");
  }

  static StrategyDefinition parse(String json) {
    return STRATEGIES.parse("my.json", json);
  }

  static StrategyDefinition template(String name) {
    return STRATEGIES.template(name).orElseThrow();
  }

  static InstrumentData data(BarSeries bars) {
    return data(bars, FundingHistory.none());
  }

  static InstrumentData data(BarSeries bars, FundingHistory funding) {
    return new InstrumentData(
        Instrument.of(bars.instrument(), new BigDecimal("0.1"), new BigDecimal("0.001")), bars,
        Optional.empty(), funding);
  }

  /** The program, its columns computed for all bars in one block. */
  static StrategyProgram program(StrategyDefinition strategy, BarSeries bars) {
    StrategyProgram program = strategy.program(List.of(data(bars)));
    program.update(0, 0, bars.size());
    return program;
  }
}
