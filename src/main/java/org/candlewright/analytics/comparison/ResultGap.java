package org.candlewright.analytics.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why the second of two runs made another profit than the first: second − first, split by cause.
 * The parts add up to the difference of the trades' net profits exactly. Account currency.
 *
 * @param matched trades both have: same instrument, side and entry time
 * @param missed trades only the first has
 * @param extra trades only the second has
 * @param missedTrades what the first made on trades the second missed, with its sign turned
 * @param extraTrades what the second made on trades the first has not
 * @param quantity the first's result per unit times the difference in quantity, over matched trades
 * @param price the rest of what prices made of matched trades: other fills and other exits
 * @param fees lower fees are positive
 * @param funding more received is positive
 */
public record ResultGap(
    int matched,
    int missed,
    int extra,
    BigDecimal missedTrades,
    BigDecimal extraTrades,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal fees,
    BigDecimal funding) {

  private static final int DIGITS = 12;

  /** Splits the difference. */
  public static ResultGap of(List<RunTrade> first, List<RunTrade> second) {
    Map<Entry, Deque<RunTrade>> left = new HashMap<>();
    for (RunTrade trade : second) {
      left.computeIfAbsent(Entry.of(trade), key -> new ArrayDeque<>()).add(trade);
    }
    List<RunTrade> missed = new ArrayList<>();
    Sums sums = new Sums();
    for (RunTrade trade : first) {
      Optional<RunTrade> other =
          Optional.ofNullable(left.get(Entry.of(trade))).map(Deque::pollFirst);
      if (other.isPresent()) {
        sums.add(trade, other.get());
      } else {
        missed.add(trade);
      }
    }
    List<RunTrade> extra = left.values().stream().flatMap(Deque::stream).toList();
    return new ResultGap(
        sums.matched,
        missed.size(),
        extra.size(),
        net(missed).negate(),
        net(extra),
        sums.quantity,
        sums.price,
        sums.fees,
        sums.funding);
  }

  /** Second − first: the sum of all causes. */
  public BigDecimal total() {
    return missedTrades.add(extraTrades).add(quantity).add(price).add(fees).add(funding);
  }

  private static BigDecimal net(List<RunTrade> trades) {
    return trades.stream().map(RunTrade::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private record Entry(String symbol, String side, long millis) {
    static Entry of(RunTrade trade) {
      return new Entry(trade.symbol(), trade.side(), trade.entryMillis());
    }
  }

  private static final class Sums {
    private int matched;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal price = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal funding = BigDecimal.ZERO;

    void add(RunTrade first, RunTrade second) {
      matched++;
      BigDecimal change = second.fromPrices().subtract(first.fromPrices());
      BigDecimal byQuantity =
          first
              .fromPrices()
              .multiply(second.quantity().subtract(first.quantity()))
              .divide(first.quantity(), DIGITS, RoundingMode.HALF_EVEN);
      quantity = quantity.add(byQuantity);
      price = price.add(change.subtract(byQuantity));
      fees = fees.add(first.fees().subtract(second.fees()));
      funding = funding.add(second.funding().subtract(first.funding()));
    }
  }
}
