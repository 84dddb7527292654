package org.candlewright.backtest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.candlewright.market.BarSeries;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.market.QuoteHistory;

/** SHA-256 over the data a run reads: bars of period and warm-up, marks, finer bars and funding. */
final class Fingerprint {
  private static final int ROW = 48;

  private Fingerprint() {}

  static String of(List<InstrumentData> instruments, Period period, int warmUpBars) {
    MessageDigest digest = sha256();
    for (InstrumentData data : instruments) {
      digest.update(data.instrument().id().toString().getBytes(StandardCharsets.UTF_8));
      addBars(digest, data.bars(), period, warmUpBars);
      data.marks().ifPresent(marks -> addBars(digest, marks, period, 0));
      data.finer()
          .ifPresent(
              finer -> {
                digest.update(finer.timeframe().toString().getBytes(StandardCharsets.UTF_8));
                addBars(digest, finer, period, 0);
              });
      addFunding(digest, data.funding(), period);
      data.quotes().ifPresent(quotes -> addQuotes(digest, quotes));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a text as hex. */
  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void addBars(MessageDigest digest, BarSeries bars, Period period, int warmUp) {
    int from = Math.max(0, bars.firstAtOrAfter(period.fromMillis()) - warmUp);
    int to = bars.lastEndedAt(period.toMillis()) + 1;
    digest.update(
        (bars.tick().toPlainString() + "/" + bars.volumeDigits()).getBytes(StandardCharsets.UTF_8));
    ByteBuffer row = ByteBuffer.allocate(ROW);
    for (int i = from; i < to; i++) {
      row.clear();
      row.putLong(bars.openTimes()[i])
          .putLong(bars.opens()[i])
          .putLong(bars.highs()[i])
          .putLong(bars.lows()[i])
          .putLong(bars.closes()[i])
          .putLong(bars.volumes()[i]);
      digest.update(row.array());
    }
  }

  private static void addFunding(MessageDigest digest, FundingHistory funding, Period period) {
    // Settlements before the start tell the interval, so one day of them counts as well.
    int from = funding.firstAtOrAfter(period.fromMillis() - 86_400_000L);
    for (int i = from; i < funding.size() && funding.time(i) <= period.toMillis(); i++) {
      digest.update(
          (funding.time(i) + "=" + funding.rateUnits(i)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void addQuotes(MessageDigest digest, QuoteHistory quotes) {
    ByteBuffer row = ByteBuffer.allocate(ROW);
    for (int i = 0; i < quotes.size(); i++) {
      row.clear();
      row.putLong(quotes.times()[i])
          .putLong(quotes.bids()[i])
          .putLong(quotes.asks()[i])
          .putLong(quotes.bidSizes()[i])
          .putLong(quotes.askSizes()[i])
          .putLong(quotes.sizeDigits());
      digest.update(row.array());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
