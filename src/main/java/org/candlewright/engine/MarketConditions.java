package org.candlewright.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.candlewright.engine.risk.Cluster;
import org.candlewright.engine.risk.Proposal;
import org.candlewright.engine.risk.RiskLimit;
import org.candlewright.engine.risk.RiskProfile;

/** How markets stand where an entry is checked: volatility, coins that move together, the book. */
final class MarketConditions {
  private static final long DAY = 86_400_000L;
  private static final double YEAR = 365.0 * DAY;

  /** Fewer returns tell nothing. */
  private static final int FEWEST = 12;

  private static final int DIGITS = 6;

  private final Book[] books;
  private final RiskProfile profile;

  MarketConditions(Book[] books, RiskProfile profile) {
    this.books = books;
    this.profile = profile;
  }

  /**
   * Of an entry.
   *
   * @param worth what a position and entries on their way are worth
   * @param own what of the instrument itself counts
   */
  Proposal.Market of(Book book, int side, ToLongFunction<Book> worth, long own) {
    book.model.quoteAt(book.endTime(book.last));
    Optional<Cluster> cluster = profile.cluster(book.instrument.base());
    long inCluster = 0;
    for (Book each : books) {
      if (cluster.isPresent() && cluster.get().bases().contains(each.instrument.base())) {
        inCluster = Math.addExact(inCluster, each == book ? own : worth.applyAsLong(each));
      }
    }
    return new Conditions(book, side, cluster, inCluster);
  }

  /** Of one entry, asked while nothing else happens. */
  private final class Conditions implements Proposal.Market {
    private static final int UNKNOWN = -1;

    private final Book book;
    private final int side;
    private final Optional<Cluster> cluster;
    private final long inCluster;
    private int alike = UNKNOWN;

    Conditions(Book book, int side, Optional<Cluster> cluster, long inCluster) {
      this.book = book;
      this.side = side;
      this.cluster = cluster;
      this.inCluster = inCluster;
    }

    @Override
    public Optional<BigDecimal> volatility() {
      return MarketConditions.volatility(book);
    }

    @Override
    public Optional<Cluster> cluster() {
      return cluster;
    }

    @Override
    public long inCluster() {
      return inCluster;
    }

    @Override
    public int alike() {
      if (alike == UNKNOWN) {
        alike = countAlike();
      }
      return alike;
    }

    /** Returns are compared only where there are positions enough. */
    @Override
    public boolean asManyAlike(int count) {
      int held = 0;
      for (Book each : books) {
        held += each != book && each.lots != 0 ? 1 : 0;
      }
      return held >= count && alike() >= count;
    }

    private int countAlike() {
      double limit = profile.limit(RiskLimit.CORRELATION).doubleValue();
      int count = 0;
      for (Book each : books) {
        if (each != book
            && each.lots != 0
            && each.side() * side * correlation(book, each) > limit) {
          count++;
        }
      }
      return count;
    }

    @Override
    public BigDecimal spreadBps() {
      return spread(book);
    }

    @Override
    public OptionalLong depth() {
      return MarketConditions.depth(book, side);
    }
  }

  /** In basis points: as recorded at the close, else the model's. */
  private static BigDecimal spread(Book book) {
    long recorded = book.model.recordedSpread();
    if (recorded < 0) {
      return BigDecimal.valueOf(2 * book.model.costs().halfSpread(), 8).stripTrailingZeros();
    }
    return BigDecimal.valueOf(10_000 * recorded)
        .divide(BigDecimal.valueOf(book.lastClose), DIGITS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  private static OptionalLong depth(Book book, int side) {
    long price = book.model.recordedPrice(side);
    return price < 0
        ? OptionalLong.empty()
        : OptionalLong.of(book.model.notional(book.model.recordedLots(side), price));
  }

  /** Sample deviation of the last day's logarithmic returns, over a year. */
  static Optional<BigDecimal> volatility(Book book) {
    int count = (int) Math.max(FEWEST, DAY / book.barMillis);
    int first = Math.max(0, book.last - count);
    int returns = book.last - first;
    if (returns < FEWEST) {
      return Optional.empty();
    }
    Moves moves = book.moves();
    moves.prepare(first + 1, book.last);
    double sum = 0;
    double squares = 0;
    for (int bar = first + 1; bar <= book.last; bar++) {
      double move = moves.of(bar);
      sum += move;
      squares += move * move;
    }
    double variance = Math.max(0, (squares - sum * sum / returns) / (returns - 1));
    double year = Math.sqrt(variance * YEAR / book.barMillis);
    return Optional.of(BigDecimal.valueOf(year).setScale(DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Pearson's, of the last week's logarithmic returns over bars that both have; 0 if too few. */
  static double correlation(Book one, Book other) {
    long from = one.endTime(one.last) - Book.LOOK_BACK;
    int bars = (int) Math.min(Math.min(one.last, other.last), one.barsSince(from) - 1);
    return bars > 0
            && one.openTime(one.last) == other.openTime(other.last)
            && one.withoutGap(one.last - bars, one.last)
            && other.withoutGap(other.last - bars, other.last)
        ? correlationInStep(one, other, bars)
        : correlationWithGaps(one, other, from);
  }

  private static double correlationInStep(Book one, Book other, int count) {
    int i = one.last - count + 1;
    int j = other.last - count + 1;
    Moves a = one.moves();
    Moves b = other.moves();
    a.prepare(i, one.last);
    b.prepare(j, other.last);
    double xy = a.products(i, count, b, j);
    return pearson(
        count,
        a.sum(i, one.last),
        b.sum(j, other.last),
        a.squares(i, one.last),
        b.squares(j, other.last),
        xy);
  }

  private static double correlationWithGaps(Book one, Book other, long from) {
    int i = one.last;
    int j = other.last;
    int count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    int laterI = -1;
    int laterJ = -1;
    while (i >= 0 && j >= 0 && one.openTime(i) >= from) {
      long gap = one.openTime(i) - other.openTime(j);
      if (gap > 0) {
        i--;
      } else if (gap < 0) {
        j--;
      } else {
        if (laterI >= 0) {
          double a = StrictMath.log((double) one.closes[laterI] / one.closes[i]);
          double b = StrictMath.log((double) other.closes[laterJ] / other.closes[j]);
          count++;
          x += a;
          y += b;
          xx += a * a;
          yy += b * b;
          xy += a * b;
        }
        laterI = i--;
        laterJ = j--;
      }
    }
    return pearson(count, x, y, xx, yy, xy);
  }

  private static double pearson(int count, double x, double y, double xx, double yy, double xy) {
    double spread = (count * xx - x * x) * (count * yy - y * y);
    return count < FEWEST || !(spread > 0) ? 0 : (count * xy - x * y) / Math.sqrt(spread);
  }
}
