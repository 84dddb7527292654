package org.candlewright.trading;

import java.util.ArrayList;
import java.util.List;
import org.candlewright.backtest.DecisionDocument;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Fill;
import org.candlewright.engine.Ledger;
import org.candlewright.engine.Reasons;
import org.candlewright.engine.RunLog;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.order.Order;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.StrategyProgram;
import org.candlewright.trading.journal.BodyWriter;
import org.candlewright.trading.journal.RecordKind;

/**
 * Turns what an engine does into journal records. After each step fills come first, then, in the
 * order they happened, what was booked, decided and ordered.
 */
final class SessionRecords implements RunObserver {
  /** Takes records. */
  interface Sink {
    void record(RecordKind kind, long timeMillis, byte[] body);
  }

  private record Pending(RecordKind kind, long timeMillis, byte[] body) {}

  private final RunPlan plan;
  private final RunObserver watcher;
  private final Sink sink;
  private final DecisionDocument decisions;
  private final BodyWriter body = new BodyWriter();
  private final List<Pending> pending = new ArrayList<>();
  private final List<OrderIntent> intents = new ArrayList<>();
  private long lastOrder;
  private int fills;

  SessionRecords(RunPlan plan, RunObserver watcher, Sink sink) {
    this.plan = plan;
    this.watcher = watcher;
    this.sink = sink;
    this.decisions = new DecisionDocument(plan);
  }

  /** Orders meant since this was last asked. */
  List<OrderIntent> takeIntents() {
    if (intents.isEmpty()) {
      return List.of();
    }
    List<OrderIntent> taken = List.copyOf(intents);
    intents.clear();
    return taken;
  }

  /** Hands over what has happened since the last step. */
  void flush(RunLog log) {
    List<Fill> all = log.fills();
    for (; fills < all.size(); fills++) {
      Fill fill = all.get(fills);
      body.clear()
          .putLong(fill.order())
          .putInt(fill.instrument())
          .putInt(fill.side())
          .putLong(fill.lots())
          .putLong(fill.heldLots())
          .putLong(fill.ticks())
          .putLong(fill.fee())
          .putText(Reasons.text(plan.setup().program(), fill.reason()));
      sink.record(RecordKind.FILL, fill.timeMillis(), body.toBytes());
    }
    for (Pending each : pending) {
      sink.record(each.kind(), each.timeMillis(), each.body());
    }
    pending.clear();
  }

  void save(StateWriter out) {
    out.putLong(lastOrder);
    out.putLong(fills);
  }

  void restore(StateReader in) {
    lastOrder = in.getLong();
    fills = in.getInt();
  }

  void modeChange(long timeMillis, String mode, String why) {
    sink.record(
        RecordKind.MODE_CHANGE, timeMillis, body.clear().putText(mode).putText(why).toBytes());
  }

  void ended(long timeMillis, long equity) {
    sink.record(RecordKind.RUN_ENDED, timeMillis, body.clear().putLong(equity).toBytes());
  }

  private void keep(RecordKind kind, long timeMillis) {
    pending.add(new Pending(kind, timeMillis, body.toBytes()));
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    watcher.decision(decision);
    body.clear().putText(decisions.of(decision).toString());
    keep(RecordKind.DECISION, decision.timeMillis());
  }

  @Override
  public boolean wantsPostings() {
    return true;
  }

  @Override
  public void posting(long entry, long timeMillis, int account, long amount, String reference) {
    watcher.posting(entry, timeMillis, account, amount, reference);
    body.clear()
        .putLong(entry)
        .putText(Ledger.nameOf(account))
        .putInt(Ledger.instrumentOf(account))
        .putLong(amount)
        .putText(reference);
    keep(RecordKind.LEDGER_ENTRY, timeMillis);
  }

  @Override
  public boolean wantsEquity() {
    return watcher.wantsEquity();
  }

  @Override
  public void equity(long timeMillis, long equity) {
    watcher.equity(timeMillis, equity);
  }

  @Override
  public void block(StrategyProgram program, int instrument, int from, int to) {
    watcher.block(program, instrument, from, to);
  }

  @Override
  public boolean wantsOrders() {
    return true;
  }

  @Override
  public void order(long timeMillis, Order order) {
    watcher.order(timeMillis, order);
    if (order.number() > lastOrder) {
      lastOrder = order.number();
      intent(timeMillis, order);
      return;
    }
    body.clear()
        .putText(clientId(order.number()))
        .putText(order.state().name())
        .putLong(order.filledLots())
        .putLong(order.remainingLots());
    keep(RecordKind.ORDER_EVENT, timeMillis);
  }

  private void intent(long timeMillis, Order order) {
    OrderIntent intent =
        new OrderIntent(
            clientId(order.number()),
            order.number(),
            timeMillis,
            order.instrument(),
            order.side(),
            order.requestedLots());
    intents.add(intent);
    body.clear()
        .putText(intent.clientId())
        .putInt(order.instrument())
        .putInt(order.side())
        .putText(order.purpose().name())
        .putText(order.terms().kind().name())
        .putLong(order.requestedLots())
        .putLong(order.terms().limitTicks())
        .putLong(order.triggerTicks())
        .putText(Reasons.text(plan.setup().program(), order.reason()));
    keep(RecordKind.ORDER_INTENT, timeMillis);
  }

  private String clientId(long number) {
    return plan.runId() + "-" + number;
  }
}
