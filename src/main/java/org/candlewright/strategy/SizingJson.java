package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads and writes the {@code sizing} object of a strategy file. */
final class SizingJson {
  private static final String KINDS =
      "Use fixed-quantity, fixed-notional, equity-share, risk-per-trade, volatility-target, kelly"
          + " or conviction";
  private static final BigDecimal CARRY_NOTIONAL = BigDecimal.valueOf(1_000);
  private static final BigDecimal CARRY_CAP = BigDecimal.valueOf(5_000);

  private SizingJson() {}

  /** The sizing of a strategy; an equal share of equity where it says nothing. */
  static Sizing read(JsonReader root) {
    return root.optional("sizing")
        .map(SizingJson::given)
        .orElse(new Sizing.EquityShare(Optional.empty()));
  }

  /** The sizing of a carry, which counts in notional of a leg: 1,000 and 5,000 in all. */
  static Sizing readCarry(JsonReader root) {
    Sizing sizing =
        root.optional("sizing")
            .map(SizingJson::given)
            .orElse(new Sizing.FixedNotional(CARRY_NOTIONAL));
    return sizing instanceof Sizing.Conviction conviction
        ? new Sizing.Conviction(
            conviction.min(),
            conviction.max(),
            conviction.notional().or(() -> Optional.of(CARRY_NOTIONAL)),
            conviction.cap().or(() -> Optional.of(CARRY_CAP)))
        : sizing;
  }

  private static Sizing given(JsonReader any) {
    JsonReader at =
        any.object(
            "kind", "quantity", "notional", "share", "target", "fraction", "min", "max", "cap");
    JsonReader kind = at.required("kind");
    return switch (kind.text()) {
      case "fixed-quantity" ->
          new Sizing.FixedQuantity(positive(at.object("kind", "quantity").required("quantity")));
      case "fixed-notional" ->
          new Sizing.FixedNotional(positive(at.object("kind", "notional").required("notional")));
      case "equity-share" ->
          new Sizing.EquityShare(
              at.object("kind", "share").optional("share").map(SizingJson::fraction));
      case "risk-per-trade" ->
          new Sizing.RiskPerTrade(fraction(at.object("kind", "share").required("share")));
      case "volatility-target" -> volatility(at.object("kind", "target").required("target"));
      case "kelly" ->
          new Sizing.Kelly(fraction(at.object("kind", "fraction").required("fraction")));
      case "conviction" -> conviction(at.object("kind", "min", "max", "notional", "cap"));
      default -> throw kind.error("unknown sizing '" + kind.text() + "'", KINDS);
    };
  }

  private static Sizing volatility(JsonReader at) {
    BigDecimal target = positive(at);
    if (target.compareTo(BigDecimal.TEN) > 0 || target.scale() > 6) {
      throw at.error(
          target.toPlainString() + " is out of range",
          "Use a yearly volatility up to 10 with at most six decimals, as \"0.4\"");
    }
    return new Sizing.VolatilityTarget(target);
  }

  private static Sizing conviction(JsonReader at) {
    BigDecimal min = at.required("min").decimal();
    if (min.signum() < 0 || min.compareTo(BigDecimal.ONE) > 0 || min.scale() > 6) {
      throw at.required("min").error(min.toPlainString() + " is out of range", DECIMALS);
    }
    BigDecimal max = fraction(at.required("max"));
    if (max.compareTo(min) < 0) {
      throw at.required("max")
          .error(max.toPlainString() + " is below min", "Give min and max in that order");
    }
    return new Sizing.Conviction(
        min,
        max,
        at.optional("notional").map(SizingJson::positive),
        at.optional("cap").map(SizingJson::positive));
  }

  private static final String DECIMALS =
      "Use a fraction from 0 to 1 with at most six decimals, as \"0.01\"";

  private static BigDecimal fraction(JsonReader at) {
    BigDecimal value = positive(at);
    if (value.stripTrailingZeros().scale() > 12) {
      throw at.error(value.toPlainString() + " is too fine", "Use at most twelve decimals");
    }
    if (value.compareTo(BigDecimal.ONE) > 0) {
      throw at.error(
          value.toPlainString() + " is more than the whole", "Use a fraction from 0 to 1");
    }
    return value;
  }

  private static BigDecimal positive(JsonReader at) {
    BigDecimal value = at.decimal();
    if (value.signum() <= 0) {
      throw at.error(value.toPlainString() + " is not above zero", "Use a value above zero");
    }
    return value;
  }

  static void write(Sizing sizing, ObjectNode out) {
    switch (sizing) {
      case Sizing.FixedQuantity fixed ->
          out.put("kind", "fixed-quantity").put("quantity", fixed.quantity().toPlainString());
      case Sizing.FixedNotional fixed ->
          out.put("kind", "fixed-notional").put("notional", fixed.notional().toPlainString());
      case Sizing.RiskPerTrade risk ->
          out.put("kind", "risk-per-trade").put("share", risk.share().toPlainString());
      case Sizing.VolatilityTarget volatility ->
          out.put("kind", "volatility-target").put("target", volatility.target().toPlainString());
      case Sizing.Kelly kelly ->
          out.put("kind", "kelly").put("fraction", kelly.fraction().toPlainString());
      case Sizing.Conviction conviction -> {
        out.put("kind", "conviction").put("min", conviction.min().toPlainString());
        out.put("max", conviction.max().toPlainString());
        conviction.notional().ifPresent(value -> out.put("notional", value.toPlainString()));
        conviction.cap().ifPresent(value -> out.put("cap", value.toPlainString()));
      }
      case Sizing.EquityShare equal -> {
        out.put("kind", "equity-share");
        equal.share().ifPresent(share -> out.put("share", share.toPlainString()));
      }
    }
  }
}
