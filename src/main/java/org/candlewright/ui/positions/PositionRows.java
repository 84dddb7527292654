package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.Fill;
import org.candlewright.engine.LegTrade;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.trading.SessionSnapshot;

/** A session's snapshot as rows for people. */
final class PositionRows {
  private static final int PRICE_DIGITS = 12;
  private static final int SHOWN_DIGITS = 5;
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final List<Instrument> instruments;
  private final int digits;

  PositionRows(RunPlan plan) {
    this.instruments = plan.setup().instruments().stream().map(InstrumentData::instrument).toList();
    this.digits = Currency.digits(instruments.getFirst().quote());
  }

  /** Money units in one of the account's currency. */
  double unit() {
    return StrictMath.pow(10, digits);
  }

  /** Money units in the account's currency. */
  BigDecimal money(long units) {
    return Exact.decimal(units, digits);
  }

  /** What is held, in the order of the instruments. */
  List<PositionRow> positions(EngineState state) {
    List<PositionRow> rows = new ArrayList<>();
    for (EngineState.Position position : state.positions()) {
      if (position.lots() != 0) {
        rows.add(row(state, position));
      }
    }
    return rows;
  }

  private PositionRow row(EngineState state, EngineState.Position position) {
    Instrument instrument = instruments.get(position.instrument());
    List<EngineState.OpenTrade> trades =
        state.openTrades().stream()
            .filter(trade -> trade.instrument() == position.instrument())
            .toList();
    long lots = Math.abs(position.lots());
    int side = Long.signum(position.lots());
    long worth = lots * position.lastTicks();
    return new PositionRow(
        position.instrument(),
        instrument,
        side,
        instrument.quantity(lots),
        price(instrument, position.entryValue(), lots),
        instrument.price(position.lastTicks()),
        money(worth * instrument.notionalUnit()),
        money(side * (worth - position.entryValue()) * instrument.notionalUnit()),
        money(trades.stream().mapToLong(EngineState.OpenTrade::funding).sum()),
        money(trades.stream().mapToLong(EngineState.OpenTrade::fees).sum()),
        money(trades.stream().mapToLong(EngineState.OpenTrade::net).sum()),
        trades.stream().map(EngineState.OpenTrade::reason).findFirst().orElse(""),
        trades.stream().mapToLong(EngineState.OpenTrade::entryMillis).min().orElse(0),
        state.timeMillis()
            - trades.stream()
                .mapToLong(EngineState.OpenTrade::entryMillis)
                .min()
                .orElse(state.timeMillis()));
  }

  private static BigDecimal price(Instrument instrument, long value, long lots) {
    return instrument
        .tick()
        .multiply(BigDecimal.valueOf(value))
        .divide(BigDecimal.valueOf(lots), PRICE_DIGITS, RoundingMode.HALF_EVEN);
  }

  /** Orders that work, in the order of their numbers. */
  List<OrderRow> orders(EngineState state) {
    Map<Integer, Long> last = lastTicks(state);
    List<OrderRow> rows = new ArrayList<>();
    for (EngineState.WorkingOrder order : state.orders()) {
      Instrument instrument = instruments.get(order.instrument());
      long ticks = order.limitTicks() != 0 ? order.limitTicks() : order.triggerTicks();
      Optional<BigDecimal> price =
          ticks == 0 ? Optional.empty() : Optional.of(instrument.price(ticks));
      Optional<BigDecimal> fromMark =
          ticks == 0
              ? Optional.empty()
              : Optional.ofNullable(last.get(order.instrument()))
                  .filter(mark -> mark > 0)
                  .map(mark -> ratio(ticks - mark, mark));
      rows.add(
          new OrderRow(
              order.decidedMillis(),
              instrument,
              order.side(),
              type(order),
              instrument.quantity(order.remainingLots()),
              price,
              fromMark));
    }
    return rows;
  }

  private static String type(EngineState.WorkingOrder order) {
    String kind =
        order.kind() == OrderKind.MARKET
            ? "Market, next open"
            : capital(order.kind().name().replace('_', '-'));
    boolean reduces = order.purpose() != org.candlewright.engine.order.Order.Purpose.ENTRY;
    return reduces ? kind + ", reduce only" : kind;
  }

  private static String capital(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
  }

  private static Map<Integer, Long> lastTicks(EngineState state) {
    Map<Integer, Long> last = new HashMap<>();
    state.positions().forEach(each -> last.put(each.instrument(), each.lastTicks()));
    return last;
  }

  /** What was filled last, latest first. */
  List<FillRow> fills(SessionSnapshot.Recent recent) {
    Map<Long, Long> realised = new HashMap<>();
    for (LegTrade trade : recent.trades()) {
      realised.merge(trade.exitOrder(), trade.net(), Long::sum);
    }
    return recent.fills().stream().map(fill -> row(fill, realised)).toList();
  }

  private FillRow row(Fill fill, Map<Long, Long> realised) {
    Instrument instrument = instruments.get(fill.instrument());
    return new FillRow(
        fill.timeMillis(),
        instrument,
        fill.side(),
        instrument.quantity(fill.lots()),
        instrument.price(fill.ticks()),
        ratio(-fill.side() * (2 * fill.ticks() - fill.midHalfTicks()), fill.midHalfTicks())
            .multiply(TEN_THOUSAND),
        money(fill.fee()),
        fill.entry()
            ? Optional.empty()
            : Optional.ofNullable(realised.get(fill.order())).map(this::money));
  }

  /**
   * Entries that were refused.
   *
   * @param last latest price of each instrument, ticks; 0 where none is known
   */
  List<BlockedRow> blocked(List<DecisionRecord> refused, List<Long> last) {
    List<BlockedRow> rows = new ArrayList<>();
    for (DecisionRecord decision : refused) {
      long half = decision.referenceHalfTicks();
      long now = decision.instrument() < last.size() ? last.get(decision.instrument()) : 0;
      rows.add(
          new BlockedRow(
              decision.timeMillis(),
              instruments.get(decision.instrument()),
              decision.side(),
              decision.refusal().orElse(""),
              against(decision),
              half == 0 || now == 0
                  ? BigDecimal.ZERO
                  : ratio(decision.side() * (2 * now - half), half).multiply(TEN_THOUSAND)));
    }
    return rows;
  }

  private static String against(DecisionRecord decision) {
    return decision.checks().stream()
        .filter(check -> !check.passed())
        .findFirst()
        .map(
            check ->
                check.limit().isEmpty()
                    ? shortened(check.value())
                    : shortened(check.value()) + " of " + shortened(check.limit()))
        .orElse("");
  }

  /** A number to five digits that count, its unit as it is. */
  private static String shortened(String text) {
    String[] parts = text.split(" ", 2);
    try {
      BigDecimal value = new BigDecimal(parts[0]);
      BigDecimal rounded =
          value.precision() > SHOWN_DIGITS ? value.round(new MathContext(SHOWN_DIGITS)) : value;
      return rounded.toPlainString() + (parts.length > 1 ? " " + parts[1] : "");
    } catch (NumberFormatException words) {
      return text;
    }
  }

  private static BigDecimal ratio(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), PRICE_DIGITS, RoundingMode.HALF_EVEN);
  }
}
