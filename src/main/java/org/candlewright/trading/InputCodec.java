package org.candlewright.trading;

import java.math.BigDecimal;
import org.candlewright.engine.SessionScript.Command;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.trading.journal.BodyReader;
import org.candlewright.trading.journal.BodyWriter;
import org.candlewright.trading.journal.JournalRecord;
import org.candlewright.trading.journal.RecordKind;

/** Inputs as contents of journal records. */
final class InputCodec {
  private InputCodec() {}

  static RecordKind kind(MarketInput input) {
    return switch (input) {
      case MarketInput.Bar ignored -> RecordKind.BAR;
      case MarketInput.MarkBar ignored -> RecordKind.MARK_BAR;
      case MarketInput.Settlement ignored -> RecordKind.SETTLEMENT;
      case MarketInput.Instant ignored -> RecordKind.INSTANT;
    };
  }

  /** The time a record of it is stamped with, epoch milliseconds. */
  static long time(MarketInput input) {
    return switch (input) {
      case MarketInput.Bar bar -> bar.openTime();
      case MarketInput.MarkBar bar -> bar.openTime();
      case MarketInput.Settlement settlement -> settlement.time();
      case MarketInput.Instant instant -> instant.time();
    };
  }

  static void write(MarketInput input, BodyWriter out) {
    switch (input) {
      case MarketInput.Bar bar ->
          out.putInt(bar.instrument())
              .putLong(bar.openTime())
              .putLong(bar.open())
              .putLong(bar.high())
              .putLong(bar.low())
              .putLong(bar.close())
              .putLong(bar.volume());
      case MarketInput.MarkBar bar ->
          out.putInt(bar.instrument())
              .putLong(bar.openTime())
              .putLong(bar.open())
              .putLong(bar.high())
              .putLong(bar.low())
              .putLong(bar.close())
              .putLong(bar.volume());
      case MarketInput.Settlement settlement ->
          out.putInt(settlement.instrument())
              .putLong(settlement.time())
              .putLong(settlement.originalTime())
              .putText(settlement.rate().toString());
      case MarketInput.Instant instant ->
          out.putLong(instant.time()).putInt(instant.last() ? 1 : 0);
    }
  }

  /** The market input a record holds; the record must be of one. */
  static MarketInput read(JournalRecord record) {
    BodyReader in = record.body();
    return switch (record.kind()) {
      case BAR ->
          new MarketInput.Bar(
              in.getInt(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong());
      case MARK_BAR ->
          new MarketInput.MarkBar(
              in.getInt(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong(),
              in.getLong());
      case SETTLEMENT ->
          new MarketInput.Settlement(
              in.getInt(), in.getLong(), in.getLong(), new BigDecimal(in.getText()));
      case INSTANT -> new MarketInput.Instant(in.getLong(), in.getInt() != 0);
      default -> throw new IllegalArgumentException(record + " is no market input");
    };
  }

  static void write(Command command, BodyWriter out) {
    out.putLong(command.timeMillis())
        .putText(command.kind().name())
        .putInt(command.first())
        .putInt(command.end());
  }

  static Command command(JournalRecord record) {
    BodyReader in = record.body();
    return new Command(in.getLong(), Kind.valueOf(in.getText()), in.getInt(), in.getInt());
  }
}
