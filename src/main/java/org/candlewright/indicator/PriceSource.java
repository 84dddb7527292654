package org.candlewright.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The prices of a bar that rules and indicators can read. */
public enum PriceSource implements ValueSource {
  OPEN("open of the bar"),
  HIGH("high of the bar"),
  LOW("low of the bar"),
  CLOSE("close of the bar"),
  HL2("(high + low) / 2"),
  HLC3("(high + low + close) / 3"),
  OHLC4("(open + high + low + close) / 4"),
  VOLUME("volume of the bar, in its own unit");

  private final String help;

  PriceSource(String help) {
    this.help = help;
  }

  /** Name in strategy files: {@code close}, {@code hlc3}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, as a formula or a phrase. */
  public String help() {
    return help;
  }

  public static Optional<PriceSource> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(PriceSource::word).toList();
  }

  @Override
  public double[] values(PriceBlock block) {
    return switch (this) {
      case OPEN -> block.open();
      case HIGH -> block.high();
      case LOW -> block.low();
      case CLOSE -> block.close();
      case HL2 -> block.hl2();
      case HLC3 -> block.hlc3();
      case OHLC4 -> block.ohlc4();
      case VOLUME -> block.volume();
    };
  }
}
