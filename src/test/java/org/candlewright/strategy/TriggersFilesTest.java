package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.candlewright.market.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggersFilesTest {
  static String file(String fields) {
    return "{\"schema\": 1, \"kind\": \"triggers\", \"name\": \"mine\""
        + (fields.isEmpty() ? "" : ", " + fields.replace('\'', '"'))
        + "}";
  }

  static TriggersStrategy strategy(String fields) {
    return (TriggersStrategy) RuleFiles.parse(file(fields));
  }

  @ParameterizedTest
  @ValueSource(strings = {"triggers", "triggers-all-signals"})
  void aTemplateReadsBackAsItWasWritten(String name) {
    StrategyDefinition template = RuleFiles.template(name);
    assertThat(template.name()).isEqualTo(name);
    String json = RuleFiles.STRATEGIES.toJson(template);
    assertThat(RuleFiles.parse(json)).isEqualTo(template);
    assertThat(RuleFiles.STRATEGIES.toJson(RuleFiles.parse(json))).isEqualTo(json);
  }

  @Test
  void everyListOfTheUniverseReadsBackAsItWasWritten() {
    TriggersStrategy strategy =
        strategy(
            "'regimes': {'reference': 'binance:ETHUSDT.P', 'bear': {'allowed': ['momentum']}},"
                + " 'universe': {'include': ['binance:XRPUSDT.P'], 'exclude': ['DOGE'],"
                + " 'never_trade': ['USDC'], 'first_tier': [], 'tiers': {'LTC': 2},"
                + " 'categories': {'lending': ['AAVE']}, 'exclude_categories': ['lending'],"
                + " 'red_flags': [{'instrument': 'OM', 'from': '2025-04-13', 'reason': 'rug'}]}");
    assertThat(strategy.universe().redFlags().getFirst().reason()).isEqualTo("rug");
    assertThat(strategy.universe().tiers()).containsEntry("LTC", 2);
    assertThat(RuleFiles.parse(RuleFiles.STRATEGIES.toJson(strategy))).isEqualTo(strategy);
  }

  @Test
  void aProfileSetsConvictionAndSizesAndAFileMayChangeThem() {
    assertThat(strategy("'profile': 'conservative'").number("min_conviction")).isEqualTo(0.40);
    assertThat(strategy("'profile': 'swing'").number("tier2_size")).isEqualTo(1.2);
    assertThat(strategy("").number("tier3_max")).isEqualTo(2.5);
    assertThat(
            strategy("'profile': 'swing', 'parameters': {'tier2_size': '1.5'}")
                .number("tier2_size"))
        .isEqualTo(1.5);
  }

  @Test
  void theCategoriesAreOffUntilAFileNamesOne() {
    assertThat(strategy("").universe().excludedCategories()).isEmpty();
    assertThat(strategy("").universe().categories()).containsKeys("memes", "interest");
  }

  @Test
  void everyParameterIsShownByOneSentence() {
    TriggersStrategy strategy = strategy("");
    assertThat(
            Sentences.of(strategy).stream()
                .flatMap(sentence -> sentence.parameters().stream())
                .collect(Collectors.toList()))
        .doesNotHaveDuplicates()
        .hasSameElementsAs(
            new HashSet<>(strategy.parameters().stream().map(Parameter::name).toList()));
    assertThat(Sentences.of(strategy).stream().map(Sentence::text))
        .contains("In bear enter nothing", "In chop look for mean reversion, fade spike");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'profile': 'dayy' | profile: unknown profile 'dayy' | day",
        "'profile': 3 | profile: expected a text | quotes",
        "'enabled_signals': ['astrology'] | enabled_signals[0]: unknown signal 'astrology' | price_move",
        "'enabled_signals': [] | enabled_signals: no signal is enabled | price_move",
        "'enabled_signals': 'breakout' | enabled_signals: expected a list | […]",
        "'trigers': {} | trigers: unknown field | enabled_signals",
        "'parameters': {'min_convictoin': '0.3'} | parameters.min_convictoin: unknown field | min_conviction",
        "'parameters': {'min_conviction': '1.2'} | parameters.min_conviction: 1.2 is out of range | 0 to 1",
        "'parameters': {'min_conviction': 'NaN'} | parameters.min_conviction: 'NaN' is no number | decimal",
        "'parameters': {'max_positions': 1.5} | parameters.max_positions: expected a whole number | point",
        "'parameters': {'max_positions': 0} | parameters.max_positions: 0 is out of range | 1 to 1000",
        "'regimes': {'bull': {}} | regimes.bull: unknown field | bear",
        "'regimes': {'chop': {'allowed': ['fade']}} | regimes.chop.allowed[0]: unknown signal | fade_spike",
        "'regimes': {'chop': {'sise': '1'}} | regimes.chop.sise: unknown field | size",
        "'regimes': {'chop': {'size': '-1'}} | regimes.chop.size: -1 is out of range | 0 to 10",
        "'regimes': {'reference': 'BTC'} | regimes.reference: 'BTC' is not an instrument | venue:SYMBOL",
        "'rules': {'breakouts': {}} | rules.breakouts: unknown field | breakout",
        "'rules': {'breakout': {'stop': '6'}} | rules.breakout.stop: unknown field | stop_percent",
        "'rules': {'breakout': {'stop_percent': '0'}} | rules.breakout.stop_percent: 0 is out of range | 0.1 to 90",
        "'rules': {'breakout': {'max_hold_hours': '48'}} | rules.breakout.max_hold_hours: expected a whole number | quotes",
        "'rules': [] | rules: expected an object | {…}",
        "'universe': {'min_volum': '1'} | universe.min_volum: unknown field | min_volume",
        "'universe': {'min_volume': '-1'} | universe.min_volume: -1 is out of range | 0 to",
        "'universe': {'include': ['btc usdt']} | universe.include[0]: 'btc usdt' is neither | BTC",
        "'universe': {'tiers': {'BTC': 4}} | universe.tiers.BTC: 4 is no tier | 1 to 3",
        "'universe': {'exclude_categories': ['meme']} | universe.exclude_categories[0]: unknown category 'meme' | memes",
        "'universe': {'red_flags': [{'instrument': 'OM', 'reason': 'rug'}]} | universe.red_flags[0].from: missing | Add",
        "'universe': {'red_flags': [{'instrument': 'OM', 'from': 'soon', 'reason': 'rug'}]} | universe.red_flags[0].from: | 2021-01-01",
        "'sizing': {'kind': 'all-in'} | sizing.kind: unknown sizing | equity-share",
        "'leverage': 500 | leverage: 500 is out of range | 1 to 125"
      })
  void whatIsWrongIsNamedByFilePathAndRemedy(String fields, String problem, String remedy) {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> RuleFiles.parse(file(fields)));
    assertThat(refused).as(fields).isNotNull();
    assertThat(refused.line()).startsWith("my.json:1: " + problem);
    assertThat(refused.remedy()).contains(remedy).doesNotEndWith(".");
  }

  @Test
  void aValueOutOfRangeIsRefusedInAFormToo() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                RuleFiles.template("triggers")
                    .withParameters(Map.of("rules.breakout.stop_percent", BigDecimal.ZERO)));
    assertThat(refused).hasMessageContaining("rules.breakout.stop_percent");
  }
}
