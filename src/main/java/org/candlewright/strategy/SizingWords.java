package org.candlewright.strategy;

import java.math.BigDecimal;

/** The sentence that says how much is traded. */
final class SizingWords {
  private SizingWords() {}

  static SentenceWriter of(StrategyDefinition strategy) {
    SentenceWriter text = new SentenceWriter();
    switch (strategy.sizing()) {
      case Sizing.FixedQuantity fixed ->
          text.plain("Trade ")
              .name(fixed.quantity().toPlainString())
              .plain(" units of the base currency");
      case Sizing.FixedNotional fixed ->
          text.plain("Trade ")
              .name(fixed.notional().toPlainString())
              .plain(" of the quote currency")
              .plain(leg(strategy));
      case Sizing.RiskPerTrade risk ->
          text.plain("Risk ")
              .name(percent(risk.share()))
              .plain(" of equity between entry and stop");
      case Sizing.VolatilityTarget volatility ->
          text.plain("Size each position so that it moves equity by ")
              .name(percent(volatility.target()))
              .plain(" a year");
      case Sizing.Kelly kelly ->
          text.plain("Use ")
              .name(percent(kelly.fraction()))
              .plain(" of what Kelly's formula says of the last 20 trades");
      case Sizing.Conviction conviction -> conviction(strategy, conviction, text);
      case Sizing.EquityShare equity -> {
        if (equity.share().isPresent()) {
          text.plain("Use ")
              .name(percent(equity.share().get()))
              .plain(" of equity for each position");
        } else {
          text.plain("Use an equal share of equity for each instrument");
        }
      }
    }
    return strategy.leverage().compareTo(BigDecimal.ONE) == 0
        ? text.plain(", no leverage")
        : text.plain(", leverage ").name(strategy.leverage().toPlainString());
  }

  private static void conviction(
      StrategyDefinition strategy, Sizing.Conviction sizing, SentenceWriter text) {
    text.plain("Trade ").name(percent(sizing.min()) + " to " + percent(sizing.max())).plain(" of ");
    if (sizing.notional().isPresent()) {
      text.name(sizing.notional().get().toPlainString())
          .plain(" of the quote currency")
          .plain(leg(strategy));
    } else {
      text.plain("an equal share of equity");
    }
    text.plain(", the more the surer the signal");
    sizing
        .cap()
        .ifPresent(
            cap -> text.plain(", ").name(cap.toPlainString()).plain(" in all positions at most"));
  }

  private static String leg(StrategyDefinition strategy) {
    return switch (strategy.legs()) {
      case ONE -> "";
      case PERPETUAL_AND_SPOT -> " a leg";
      case NAMED_PAIR -> " of the first leg";
    };
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
