package org.candlewright.strategy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** A value that conditions compare, as a strategy file writes it. */
public sealed interface Operand {
  /** A price or the volume of the bar, by the word of its {@code PriceSource}. */
  record Price(String field) implements Operand {}

  /**
   * An output of an indicator of the strategy.
   *
   * @param name its name there, with the output behind a point where it is not the first: {@code
   *     macd.signal}
   */
  record IndicatorValue(String name) implements Operand {
    /** The name of the indicator in the strategy. */
    public String indicator() {
      int point = name.indexOf('.');
      return point < 0 ? name : name.substring(0, point);
    }

    /** The name of the output; empty for the first. */
    public String output() {
      int point = name.indexOf('.');
      return point < 0 ? "" : name.substring(point + 1);
    }
  }

  /** A number. */
  record Constant(BigDecimal value) implements Operand {}

  /** A parameter of the strategy. */
  record ParameterValue(String name) implements Operand {}

  /** A part of the time at which the bar opened, in a zone. */
  record Time(TimeField field, ZoneId zone) implements Operand {}

  /** Something of the position held. */
  record Position(PositionField field) implements Operand {}

  /** The smallest step of the instrument's price. */
  record Tick() implements Operand {}

  /** Arithmetic over other operands. */
  record Calculation(Operator operator, List<Operand> parts) implements Operand {}

  /** What an operand was some bars ago; {@code bars} is a constant or a parameter. */
  record Ago(Operand value, Operand bars) implements Operand {}

  /** A word of strategy files. */
  interface Word {
    /** How strategy files write it. */
    default String word() {
      return toString().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Parts of a time. */
  enum TimeField implements Word {
    /** 0 to 23. */
    HOUR,
    /** 0 to 59. */
    MINUTE,
    /** 1 Monday to 7 Sunday. */
    WEEKDAY,
    /** 1 to 31. */
    DAY,
    /** 1 to 12. */
    MONTH
  }

  /** What is known of the position. */
  enum PositionField implements Word {
    /** 1 long, -1 short, 0 flat. */
    POSITION,
    /** Mean entry price of what is held; unknown while flat. */
    ENTRY_PRICE,
    /** Bars that ended since the oldest entry held was filled, its own included; 0 while flat. */
    BARS_IN_TRADE
  }

  /** Arithmetic. */
  enum Operator implements Word {
    PLUS("+"),
    MINUS("−"),
    TIMES("×"),
    DIVIDED_BY("/"),
    ABSOLUTE("absolute"),
    MIN("min"),
    MAX("max");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** Sign between two values, or name in front of them. */
    public String sign() {
      return sign;
    }

    /** Whether it stands in front of its values. */
    public boolean prefix() {
      return this == ABSOLUTE || this == MIN || this == MAX;
    }

    /** Whether it takes so many values. */
    public boolean takes(int count) {
      return switch (this) {
        case ABSOLUTE -> count == 1;
        case MINUS, DIVIDED_BY -> count == 2;
        case PLUS, TIMES, MIN, MAX -> count >= 2;
      };
    }

    /** The value of both; unknown where one is, and where something is divided by nothing. */
    double apply(double left, double right) {
      return switch (this) {
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case DIVIDED_BY -> right == 0 ? Double.NaN : left / right;
        case ABSOLUTE -> Math.abs(left);
        case MIN -> Math.min(left, right);
        case MAX -> Math.max(left, right);
      };
    }
  }
}
