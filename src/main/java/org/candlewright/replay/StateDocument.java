package org.candlewright.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.Ledger;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.IndicatorLine;
import org.jspecify.annotations.Nullable;

/** State at one moment as a JSON document: what {@code candlewright state} prints. */
public final class StateDocument {
  private static final int PRICE_DECIMALS = 12;

  private final EngineSetup setup;
  private final List<Instrument> instruments;
  private final int digits;

  public StateDocument(EngineSetup setup) {
    this.setup = setup;
    this.instruments = setup.instruments().stream().map(InstrumentData::instrument).toList();
    this.digits = Currency.digits(instruments.getFirst().quote());
  }

  public ObjectNode of(Moment moment) {
    EngineState state = moment.state();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("time", time(state.timeMillis()));
    out.put("equity", money(state.equity()));
    out.put("cash", money(state.cash()));
    out.put("free_cash", money(state.freeCash()));
    out.put("peak_equity", money(state.peak()));
    out.put("fees", money(state.fees()));
    out.put("funding", money(state.funding()));
    out.put("slippage", money(state.slippage()));
    positions(state, out.putArray("positions"));
    trades(state, out.putArray("open_trades"));
    orders(state, out.putArray("orders"));
    indicators(moment, out.putObject("indicators"));
    regime(state.timeMillis(), out);
    ledger(state, out.putArray("ledger"));
    return out;
  }

  private void positions(EngineState state, ArrayNode out) {
    for (EngineState.Position position : state.positions()) {
      Instrument instrument = instruments.get(position.instrument());
      ObjectNode row = out.addObject();
      row.put("instrument", instrument.id().toString());
      row.put("quantity", instrument.quantity(position.lots()));
      row.put("entry_price", meanPrice(instrument, position.entryValue(), position.lots()));
      row.put("mark", instrument.price(position.lastTicks()));
      row.put("value", money(position.value()));
      row.put("dust", Exact.decimal(position.dustCoins(), coinDigits(instrument)));
    }
  }

  private static @Nullable BigDecimal meanPrice(Instrument instrument, long value, long lots) {
    return lots == 0
        ? null
        : instrument
            .price(value)
            .divide(BigDecimal.valueOf(Math.abs(lots)), PRICE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private void trades(EngineState state, ArrayNode out) {
    for (EngineState.OpenTrade trade : state.openTrades()) {
      Instrument instrument = instruments.get(trade.instrument());
      ObjectNode row = out.addObject();
      row.put("instrument", instrument.id().toString());
      row.put("side", side(trade.side()));
      row.put("entry_order", trade.entryOrder());
      row.put("quantity", instrument.quantity(trade.lots()));
      row.put("entry_time", time(trade.entryMillis()));
      row.put("entry_price", meanPrice(instrument, trade.entryValue(), trade.lots()));
      row.put("entry_reference", half(instrument, trade.referenceHalfTicks()));
      row.put("entry_reason", trade.reason());
      row.put("edge", money(trade.edge()));
      row.put("funding", money(trade.funding()));
      row.put("fees", money(trade.fees()));
      row.put("slippage", money(trade.slippage()));
      row.put("net_pnl", money(trade.net()));
      row.put("funding_payments_count", trade.fundingPayments());
    }
  }

  private void orders(EngineState state, ArrayNode out) {
    for (EngineState.WorkingOrder order : state.orders()) {
      Instrument instrument = instruments.get(order.instrument());
      ObjectNode row = out.addObject();
      row.put("number", order.number());
      row.put("instrument", instrument.id().toString());
      row.put("side", order.side() > 0 ? "buy" : "sell");
      row.put("purpose", order.purpose().name().toLowerCase(Locale.ROOT));
      row.put("reason", order.reason());
      row.put("decided", time(order.decidedMillis()));
      row.put("quantity", instrument.quantity(order.requestedLots()));
      row.put("remaining", instrument.quantity(order.remainingLots()));
      row.put("reference", half(instrument, order.referenceHalfTicks()));
      row.put("kind", order.kind().name().toLowerCase(Locale.ROOT));
      row.put("limit", price(instrument, order.limitTicks()));
      row.put("trigger", price(instrument, order.triggerTicks()));
    }
  }

  /** A price an order waits for; unknown where it waits for none. */
  private static @Nullable BigDecimal price(Instrument instrument, long ticks) {
    return ticks == 0 ? null : instrument.price(ticks);
  }

  private void indicators(Moment moment, ObjectNode out) {
    for (int i = 0; i < instruments.size(); i++) {
      ObjectNode lines = out.putObject(instruments.get(i).id().toString());
      List<IndicatorLine> shapes = setup.program().lines(i);
      double[] values = moment.indicators()[i];
      for (int line = 0; line < shapes.size(); line++) {
        double value = line < values.length ? values[line] : Double.NaN;
        if (Double.isFinite(value)) {
          lines.put(shapes.get(line).name(), new BigDecimal(Double.toString(value)));
        } else {
          lines.putNull(shapes.get(line).name());
        }
      }
    }
  }

  /** One word for the market, one for each instrument where each has its own, null without. */
  private void regime(long millis, ObjectNode out) {
    Optional<String> whole = setup.program().regime(millis);
    if (whole.isPresent() || setup.program().regime(0, millis).isEmpty()) {
      out.put("regime", whole.orElse(null));
      return;
    }
    ObjectNode each = out.putObject("regime");
    for (int i = 0; i < instruments.size(); i++) {
      each.put(instruments.get(i).id().toString(), setup.program().regime(i, millis).orElse(null));
    }
  }

  private void ledger(EngineState state, ArrayNode out) {
    for (EngineState.Balance balance : state.ledger()) {
      int of = Ledger.instrumentOf(balance.account());
      boolean base = Ledger.countsBase(balance.account());
      Instrument instrument = instruments.get(Math.max(0, of));
      ObjectNode row = out.addObject();
      row.put("account", Ledger.nameOf(balance.account()) + (of < 0 ? "" : ":" + instrument.id()));
      row.put("currency", base ? instrument.base() : instrument.quote());
      row.put("balance", Exact.decimal(balance.amount(), base ? coinDigits(instrument) : digits));
    }
  }

  private int coinDigits(Instrument instrument) {
    return FillModel.coinDigits(
        instruments.stream().filter(each -> each.base().equals(instrument.base())).toList());
  }

  private static BigDecimal half(Instrument instrument, long halfTicks) {
    return instrument.tick().multiply(BigDecimal.valueOf(halfTicks)).divide(BigDecimal.TWO);
  }

  private BigDecimal money(long units) {
    return Exact.decimal(units, digits);
  }

  private static String side(int side) {
    return side > 0 ? "long" : side < 0 ? "short" : "none";
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
