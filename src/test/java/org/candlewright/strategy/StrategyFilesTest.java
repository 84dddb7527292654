package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyFilesTest {
  private static final String ENTRY =
      """
      "rules": [{"name": "up", "side": "long", "when": {"greater": ["close", 1]}}]""";

  private static String refusal(String json) {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> RuleFiles.parse(json));
    assertThat(refused).as(json).isNotNull();
    assertThat(refused.remedy()).isNotBlank().doesNotEndWith(".");
    return refused.line();
  }

  private static String crossover(String from, String to) {
    String json = RuleFiles.STRATEGIES.toJson(RuleFiles.template("ema-crossover"));
    assertThat(json).contains(from);
    return json.replace(from, to);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ema-crossover", "funding-carry", "funding-carry-backtest"})
  void aTemplateReadsBackAsItWasWritten(String name) {
    StrategyDefinition template = RuleFiles.template(name);
    assertThat(template.name()).isEqualTo(name);
    String json = RuleFiles.STRATEGIES.toJson(template);
    assertThat(RuleFiles.parse(json)).isEqualTo(template);
    assertThat(RuleFiles.STRATEGIES.toJson(RuleFiles.parse(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"risk-per-trade\", \"share\": \"0.01\"}",
        "{\"kind\": \"volatility-target\", \"target\": \"0.4\"}",
        "{\"kind\": \"kelly\", \"fraction\": \"0.5\"}",
        "{\"kind\": \"conviction\", \"min\": \"0.3\", \"max\": \"1\"}",
        "{\"kind\": \"conviction\", \"min\": \"0\", \"max\": \"1\", \"notional\": \"500\","
            + " \"cap\": \"900\"}"
      })
  void aSizingReadsBackAsItWasWrittenAndHasWords(String sizing) {
    StrategyDefinition strategy =
        RuleFiles.parse(RuleFiles.file(ENTRY + ", \"sizing\": " + sizing));
    assertThat(RuleFiles.parse(RuleFiles.STRATEGIES.toJson(strategy))).isEqualTo(strategy);
    assertThat(RuleFiles.STRATEGIES.canonicalJson(strategy)).contains(sizing.replace(" ", ""));
    assertThat(SizingWords.of(strategy).end(Sentence.Block.SIZE, new HashSet<>()).text())
        .isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"kelly\", \"fraction\": \"1.1\"}",
        "{\"kind\": \"volatility-target\", \"target\": \"0\"}",
        "{\"kind\": \"volatility-target\", \"target\": \"10.1\"}",
        "{\"kind\": \"conviction\", \"min\": \"0.5\", \"max\": \"0.4\"}",
        "{\"kind\": \"conviction\", \"min\": \"-0.1\", \"max\": \"0.4\"}"
      })
  void aSizingOutOfRangeIsRefused(String sizing) {
    assertThat(refusal(RuleFiles.file(ENTRY + ", \"sizing\": " + sizing))).contains("sizing.");
  }

  @Test
  void aCarryByConvictionCountsInTheNotionalOfTheOrigins() {
    String carry = RuleFiles.STRATEGIES.toJson(RuleFiles.template("funding-carry-composite"));
    int from = carry.indexOf("\"sizing\"");
    int to = carry.indexOf('}', from) + 1;
    StrategyDefinition strategy =
        RuleFiles.parse(
            carry.substring(0, from)
                + "\"sizing\": {\"kind\": \"conviction\", \"min\": \"0.3\", \"max\": \"1\"}"
                + carry.substring(to));
    assertThat(strategy.sizing())
        .isEqualTo(
            new Sizing.Conviction(
                new BigDecimal("0.3"),
                BigDecimal.ONE,
                Optional.of(BigDecimal.valueOf(1_000)),
                Optional.of(BigDecimal.valueOf(5_000))));
  }

  @Test
  void equalNumbersWrittenDifferentlyGiveTheSameStrategy() {
    assertThat(RuleFiles.parse(crossover("\"fast\" : 9", "\"fast\" : 9.0")))
        .isEqualTo(RuleFiles.template("ema-crossover"));
    StrategyDefinition carry = RuleFiles.template("funding-carry");
    String json = RuleFiles.STRATEGIES.toJson(carry).replace("\"0.0003\"", "\"0.000300\"");
    assertThat(RuleFiles.parse(json)).isEqualTo(carry);
  }

  @Test
  void theTemplatesStateTheNumbersOfTheDesign() {
    assertThat(RuleFiles.template("ema-crossover").feePreset()).contains("tradingview");
    assertThat(RuleFiles.template("funding-carry").feePreset()).isEmpty();
    assertThat(RuleFiles.template("funding-carry").sizing())
        .isEqualTo(new Sizing.FixedNotional(new BigDecimal("1000")));
    assertThat(RuleFiles.template("funding-carry-backtest").parameters())
        .extracting(parameter -> parameter.value().toPlainString())
        .containsExactly("0.0001", "0.00005", "5");
  }

  @Test
  void anUnknownFieldIsNamedWithFileLineAndPath() {
    String message =
        refusal(
            """
        {"schema": 1, "kind": "rules", "name": "mine",
         "rules": [{"name": "up", "side": "long", "when": {"all": [
           {"greater": ["close", 1]},
           {"greater": ["close", 1], "foo": 1}]}}]}""");
    assertThat(message).startsWith("my.json:4: rules[0].when.all[1].foo: unknown field");
    assertThat(refusal(RuleFiles.file(ENTRY + ", \"stopp\": 1")))
        .startsWith("my.json:1: stopp: unknown field");
  }

  @Test
  void aParameterThatIsNotDeclaredIsRefused() {
    assertThat(refusal(crossover("\"fast\" : 9", "\"fats\" : 9"))).contains("parameters.fats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"nine\"", "true", "[9]", "{}", "null", "9.5", "\"9\""})
  void aWrongTypeIsNamedWithFileLineAndPath(String value) {
    assertThat(refusal(crossover("\"fast\" : 9", "\"fast\" : " + value)))
        .startsWith("my.json:")
        .contains(": parameters.fast: ")
        .matches("(?s)my\\.json:[0-9]+: .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "1e-999999999", "\"NaN\"", "-1e300"})
  @Timeout(10)
  void aMonstrousNumberIsRefusedAtOnce(String value) {
    assertThat(refusal(crossover("\"fast\" : 9", "\"fast\" : " + value)))
        .contains("parameters.fast");
    assertThat(
            refusal(
                RuleFiles.file(
                    ENTRY
                        + ", \"sizing\": {\"kind\": \"fixed-quantity\", \"quantity\": "
                        + value
                        + "}")))
        .contains("sizing.quantity");
    if (!value.startsWith("\"")) {
      assertThat(refusal(RuleFiles.longWhen("{\"greater\": [\"close\", " + value + "]}")))
          .contains("rules[0].when.greater[1]");
    }
  }

  @Test
  void aFastAverageNotBelowTheSlowOneIsRefusedInAFileAndInAForm() {
    assertThat(refusal(crossover("\"fast\" : 9", "\"fast\" : 21")))
        .matches("(?s)my\\.json:[0-9]+: parameters\\.fast: .*slow.*");
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                RuleFiles.template("ema-crossover")
                    .withParameters(Map.of("fast", BigDecimal.valueOf(30))));
    assertThat(refused).hasMessageContaining("parameters.fast").hasMessageContaining("slow");
  }

  @Test
  void anExitNotBelowTheEntryIsRefused() {
    assertThat(
            refusal(
                RuleFiles.STRATEGIES
                    .toJson(RuleFiles.template("funding-carry"))
                    .replace("\"exit_rate\" : \"0.0001\"", "\"exit_rate\" : \"0.0003\"")))
        .contains("parameters.exit_rate")
        .contains("enter_rate");
  }

  @Test
  void valuesOutOfTheirRangeAreRefusedInAForm() {
    StrategyDefinition crossover = RuleFiles.template("ema-crossover");
    for (String value : new String[] {"0", "100000", "9.5"}) {
      InputException refused =
          catchThrowableOfType(
              InputException.class,
              () -> crossover.withParameters(Map.of("fast", new BigDecimal(value))));
      assertThat(refused).hasMessageContaining("parameters.fast");
    }
    assertThat(crossover.withParameters(Map.of("fast", BigDecimal.valueOf(12))).parameters())
        .extracting(parameter -> parameter.value().intValueExact())
        .containsExactly(12, 21, 50);
  }

  @Test
  void missingFieldsBadKindsAndOtherVersionsAreRefused() {
    assertThat(refusal("{\"schema\": 1, \"kind\": \"rules\", " + ENTRY + "}")).contains("name");
    assertThat(refusal("{\"kind\": \"rules\"}")).contains("schema");
    assertThat(refusal("{\"schema\": 2, \"kind\": \"rules\"}")).contains("schema");
    assertThat(refusal("{\"schema\": 1, \"kind\": \"rulez\"}")).contains("kind");
    assertThat(refusal("{\"schema\": 1, \"kind\": \"pairs\"}")).contains("name");
    assertThat(refusal(RuleFiles.file(ENTRY + ", \"sizing\": {\"kind\": \"kelly\"}")))
        .contains("sizing.fraction")
        .contains("missing");
    assertThat(refusal(RuleFiles.file(ENTRY + ", \"fees\": \"free\""))).contains("fees");
    assertThat(refusal(RuleFiles.file("\"rules\": []"))).contains("rules");
    assertThat(refusal(RuleFiles.longWhen("{\"grater\": [\"close\", 1]}"))).contains("grater");
    assertThat(refusal(RuleFiles.longWhen("{\"greater\": [\"clos\", 1]}"))).contains("clos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "[]",
        "7",
        "{",
        "{} {}",
        "\u0000\u0001",
        "{\"schema\": NaN}",
        "{\"schema\": 1, \"schema\": 1}"
      })
  void textThatIsNoStrategyIsRefused(String text) {
    assertThat(refusal(text)).startsWith("my.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "2.5", "2000000000"})
  void aPeriodThatIsNoUsableNumberOfBarsIsRefused(String period) {
    String json =
        RuleFiles.file(
            "\"indicators\": {\"line\": {\"indicator\": \"ema\", \"period\": "
                + period
                + "}}, "
                + ENTRY);
    assertThat(refusal(json)).contains("indicators.line.period");
  }

  @Test
  void aPeriodTakenFromAParameterNeedsOneThatCountsBars() {
    String json =
        RuleFiles.file(
            """
        "declares": {"n": {"min": %s, "max": 9, "default": 3, "integer": %s}},
        "parameters": {}, "indicators": {"line": {"indicator": "rsi", "period": "$n"}},
        """
                + ENTRY);
    assertThat(RuleFiles.parse(json.formatted("1", "true"))).isNotNull();
    assertThat(refusal(json.formatted("0", "true"))).contains("indicators.line.period");
    assertThat(refusal(json.formatted("1", "false"))).contains("indicators.line.period");
  }

  private static final String EVERYTHING =
      RuleFiles.file(
          """
      "declares": {"n": {"min": 2, "max": 9, "default": 3, "integer": true},
        "far": {"min": 1, "max": 4, "default": 2.5}},
      "indicators": {"bands": {"indicator": "bollinger", "period": "$n", "deviations": "$far"},
        "smooth": {"indicator": "ema", "period": 4, "source": "bands.upper"},
        "hours": {"indicator": "sma", "period": 3, "source": "hl2", "timeframe": "4h"},
        "gap": {"indicator": "highest", "source": {"minus": ["close", "open"]}}},
      "latches": {"armed": {"set": {"less": ["close", "bands.lower"]},
        "reset": {"crosses_above": ["close", "bands"]}}},
      "rules": [{"name": "up", "side": "long", "when": {"all": [
        {"latched": "armed"},
        {"within": {"bars": "$n", "when": {"greater": ["close", {"value": "high", "bars_ago": 2}]}}},
        {"throughout": {"bars": 2, "when": {"not_equal": [{"time": "hour", "zone": "Asia/Tokyo"}, 3]}}},
        {"session": {"from": "09:30", "to": "16:00", "zone": "America/New_York", "days": ["mon", "fri"]}},
        {"equal": ["position", 0]},
        {"less": [{"absolute": [{"divided_by": ["gap", "smooth"]}]}, {"max": ["hours", 1]}]}]}}],
      "exits": [{"name": "late", "side": "long", "when": {"greater": [
        {"times": ["bars_in_trade", 2]}, 24]}}]""");

  @Test
  void everyWordOfTheRulesReadsBackAsItWasWritten() {
    StrategyDefinition strategy = RuleFiles.parse(EVERYTHING);
    String json = RuleFiles.STRATEGIES.toJson(strategy);
    assertThat(RuleFiles.parse(json)).isEqualTo(strategy);
    assertThat(RuleFiles.STRATEGIES.toJson(RuleFiles.parse(json))).isEqualTo(json);
  }

  @Test
  void everyWordOfTheRulesCanBeSaid() {
    assertThat(Sentences.of(RuleFiles.parse(EVERYTHING)).getFirst().text())
        .contains("armed is set (since close is below Bollinger n far lower")
        .contains("within the last n bars")
        .contains("09:30 to 16:00 America/New_York on mon, fri")
        .contains("SMA 3 of hl2 4h");
  }

  @Test
  void aSaidDefaultIsTheSameStrategyAsAnUnsaidOne() {
    String json =
        RuleFiles.file("\"indicators\": {\"line\": {\"indicator\": \"rsi\"%s}}, " + ENTRY);
    assertThat(RuleFiles.parse(json.formatted(", \"period\": 14, \"source\": \"close\"")))
        .isEqualTo(RuleFiles.parse(json.formatted("")));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'indicator': 'ema', 'perod': 3 | indicators.line.perod | period",
        "'indicator': 'emma', 'period': 3 | indicators.line.indicator | ema",
        "'indicator': 'ema', 'source': 'closs' | indicators.line.source | close",
        "'indicator': 'atr', 'source': 'close' | indicators.line.source | timeframe",
        "'indicator': 'ema', 'timeframe': '7h' | indicators.line.timeframe | 4h",
        "'indicator': 'ema', 'source': 'bars_in_trade' | indicators.line.source | price",
        "'indicator': 'ema', 'source': 'line' | indicators.line.source | low",
        "'indicator': 'bollinger', 'deviations': 1000 | indicators.line.deviations | 100"
      })
  void whatIsWrongWithAnIndicatorIsNamedByPathAndRemedy(String use, String path, String remedy) {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                RuleFiles.parse(
                    RuleFiles.file(
                        ("'indicators': {'line': {" + use + "}}, ").replace('\'', '"') + ENTRY)));
    assertThat(refused).as(use).isNotNull();
    assertThat(refused.line()).contains(": " + path + ": ");
    assertThat(refused.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'greter': ['close', 1]} | when.greter | greater",
        "{'greater': ['bands.uper', 1]} | when.greater[0] | upper",
        "{'greater': [{'add': ['close', 1]}, 1]} | when.greater[0].add | plus",
        "{'greater': [{'minus': ['close']}, 1]} | when.greater[0].minus | [left, right]",
        "{'crosses_above': ['bars_in_trade', 1]} | when.crosses_above | greater",
        "{'within': {'bars': 0, 'when': {'less': ['close', 1]}}} | when.within.bars | 1 to 10000",
        "{'within': {'bars': 3, 'when': {'less': ['position', 1]}}} | when.within.when | out of it",
        "{'latched': 'armd'} | when.latched | armed",
        "{'session': {'from': '9:30', 'to': '16:00'}} | when.session.from | 09:30",
        "{'session': {'from': '09:30', 'to': '16:00', 'zone': 'Mars'}} | when.session.zone | UTC",
        "{'session': {'from': '09:30', 'to': '16:00', 'days': ['x']}} | when.session.days[0] | mon",
        "{'equal': [{'time': 'our'}, 1]} | when.equal[0].time | hour",
        "{'less': [{'value': 'close', 'bars_ago': -1}, 1]} | when.less[0].bars_ago | 1 to 10000"
      })
  void whatIsWrongWithAConditionIsNamedByPathAndRemedy(String when, String path, String remedy) {
    String file =
        RuleFiles.file(
            """
        "indicators": {"bands": {"indicator": "bollinger"}},
        "latches": {"armed": {"set": {"less": ["close", 1]}, "reset": {"less": ["open", 1]}}},
        "rules": [{"name": "up", "side": "long", "when": %s}]"""
                .formatted(when.replace('\'', '"')));
    InputException refused =
        catchThrowableOfType(InputException.class, () -> RuleFiles.parse(file));
    assertThat(refused).as(when).isNotNull();
    assertThat(refused.line()).contains(": rules[0]." + path + ": ");
    assertThat(refused.remedy()).contains(remedy);
  }
}
