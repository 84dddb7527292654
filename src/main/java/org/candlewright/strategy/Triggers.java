package org.candlewright.strategy;

import java.util.List;
import java.util.stream.Stream;

/** All triggers by name. Adding one is its own line here. */
final class Triggers {
  static final List<TriggerKind> ALL =
      List.of(
          new TriggerKind(
              "price_move",
              "price_move",
              "Price move",
              "The price moved far in 15 or 60 minutes.",
              "|move| ≥ the regime's threshold; both .8/.85, 15 min .6/.7, 60 min .7/.75",
              MoveTriggers::priceMove),
          new TriggerKind(
              "volume_spike",
              "volume_spike",
              "Volume spike",
              "A bar traded a multiple of the mean of the 24 hours before.",
              "r = volume / mean ≥ the regime's ratio; min((r − 1)/3, 1) / min(r/4, 1)",
              MoveTriggers::volumeSpike),
          new TriggerKind(
              "breakout",
              "momentum_breakout",
              "Breakout",
              "The close is at the high of 24 hours.",
              "close ≥ 0.995 × highest of 24 h; .7/.8",
              TrendTriggers::breakout),
          new TriggerKind(
              "reversal",
              "reversal",
              "Reversal",
              "The price turned up near its low of 7 days.",
              "close 5 to 10 % over the low, EMA 21 rising ≥ .05 % an hour over 3 h, 3 of 4 of:"
                  + " above VWAP, higher low, RSI crosses 50, .6 % bounce; min(rise/.2, 1) / .6",
              TurnTriggers::reversal),
          new TriggerKind(
              "momentum",
              "momentum_breakout",
              "Momentum",
              "The price moved in one direction for 24 hours.",
              "|24 h| ≥ 2 %; min(|24 h|/.10, 1) / share of the last 12 h that way",
              TrendTriggers::momentum),
          new TriggerKind(
              "mean_reversion",
              "mean_reversion",
              "Mean reversion",
              "The price is far from its mean of 24 hours and turns back, in chop alone.",
              "|close/mean − 1| ≥ 3 % and the last bar goes back; min(|…|/.06, 1) / .7",
              TurnTriggers::meanReversion),
          new TriggerKind(
              "trend_follow",
              "trend_follow",
              "Trend follow",
              "The close is over a rising average.",
              "close > EMA 50 and EMA 21 higher than 3 bars ago; min((close/EMA 50 − 1)/.05, 1) /"
                  + " .7",
              TrendTriggers::trendFollow),
          new TriggerKind(
              "fade_spike",
              "fade_spike",
              "Fade a spike",
              "A bar ran far on much volume; taken against its direction.",
              "|close − close₋₁| > 2 × ATR 14 before it and volume > 2 × mean of 24 h; min(move/(4 ×"
                  + " ATR), 1) / min(r/4, 1)",
              TurnTriggers::fadeSpike));

  private Triggers() {}

  /** Every word that files may use for signals. */
  static List<String> words() {
    return Stream.concat(ALL.stream().map(TriggerKind::name), ALL.stream().map(TriggerKind::group))
        .distinct()
        .toList();
  }
}
