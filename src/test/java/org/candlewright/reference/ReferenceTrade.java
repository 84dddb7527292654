package org.candlewright.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.candlewright.reference.ReferenceMarket.Series;

/** One entry order (or pair of them) with what became of it. */
final class ReferenceTrade {
  int id;
  final List<Leg> legs;
  final String entryReason;
  final BigDecimal equityBefore;
  final BigDecimal positionBefore;
  boolean exitDecided;
  long exitTime;
  String exitReason = "";
  BigDecimal entryFee = BigDecimal.ZERO;
  BigDecimal exitFee = BigDecimal.ZERO;
  BigDecimal funding = BigDecimal.ZERO;
  BigDecimal slippage = BigDecimal.ZERO;
  BigDecimal edge = BigDecimal.ZERO;
  int payments;
  private final List<Order> exitOrders = new ArrayList<>();

  ReferenceTrade(
      List<Leg> legs, String entryReason, BigDecimal equityBefore, BigDecimal positionBefore) {
    this.legs = legs;
    this.entryReason = entryReason;
    this.equityBefore = equityBefore;
    this.positionBefore = positionBefore;
  }

  /** A quantity at a price. */
  record Part(BigDecimal quantity, BigDecimal price) {}

  /** One instrument's side of a trade. */
  static final class Leg {
    final Series series;
    final int direction;
    final BigDecimal entryReference;
    BigDecimal exitReference = BigDecimal.ZERO;
    BigDecimal held = BigDecimal.ZERO;
    long entryTime = Long.MAX_VALUE;
    final Deque<Part> lots = new ArrayDeque<>();
    final List<Part> entries = new ArrayList<>();
    final List<Part> exits = new ArrayList<>();

    Leg(Series series, int direction, BigDecimal entryReference) {
      this.series = series;
      this.direction = direction;
      this.entryReference = entryReference;
    }

    /** Value of what is held at its entry prices. */
    BigDecimal entryValue() {
      return lots.stream()
          .map(each -> each.quantity().multiply(each.price()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal unrealised(BigDecimal close) {
      return held.multiply(close).subtract(entryValue()).multiply(BigDecimal.valueOf(direction));
    }

    /** Takes a quantity from what is held, first in first out; gives what it was entered for. */
    BigDecimal take(BigDecimal quantity) {
      BigDecimal left = quantity;
      BigDecimal value = BigDecimal.ZERO;
      while (left.signum() > 0) {
        Part first = lots.removeFirst();
        BigDecimal taken = left.min(first.quantity());
        value = value.add(taken.multiply(first.price()));
        if (taken.compareTo(first.quantity()) < 0) {
          lots.addFirst(new Part(first.quantity().subtract(taken), first.price()));
        }
        left = left.subtract(taken);
      }
      held = held.subtract(quantity);
      return value;
    }

    static BigDecimal total(List<Part> parts) {
      return parts.stream().map(Part::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal mean(List<Part> parts) {
      BigDecimal value =
          parts.stream()
              .map(each -> each.quantity().multiply(each.price()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return value.divide(total(parts), 12, RoundingMode.HALF_EVEN);
    }

    static BigDecimal value(List<Part> parts) {
      return parts.stream()
          .map(each -> each.quantity().multiply(each.price()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** A working market order; both legs of a pair share one. */
  static final class Order {
    final ReferenceTrade trade;
    final boolean entry;
    final String reason;
    BigDecimal remaining;
    final int[] ids = new int[2];

    Order(ReferenceTrade trade, boolean entry, BigDecimal remaining, String reason) {
      this.trade = trade;
      this.entry = entry;
      this.remaining = remaining;
      this.reason = reason;
    }

    /** +1 buys, −1 sells. */
    int side(Leg leg) {
      return entry ? leg.direction : -leg.direction;
    }
  }

  Leg first() {
    return legs.getFirst();
  }

  boolean isPair() {
    return legs.size() == 2;
  }

  boolean isOpen() {
    return legs.stream().anyMatch(leg -> leg.held.signum() > 0);
  }

  /** Notes the order that closes; one entry closed by two orders would be two trades. */
  void closedBy(Order order, long time) {
    if (!exitOrders.contains(order)) {
      exitOrders.add(order);
    }
    if (exitOrders.size() > 1) {
      throw new UnsupportedOperationException(
          "trade " + id + " is closed by two orders: the reference does not split it");
    }
    exitTime = time;
    exitReason = order.reason;
  }
}
