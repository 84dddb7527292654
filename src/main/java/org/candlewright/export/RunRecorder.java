package org.candlewright.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Ledger;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.strategy.Explanation;

/** Writes equity, ledger and decisions of a run while it runs. */
public final class RunRecorder implements RunObserver {
  private final RunPlan plan;
  private final List<Instrument> instruments;
  private final int digits;
  private final Csv equity = new Csv("time", "equity", "drawdown");
  private final Csv ledger =
      new Csv("sequence", "time", "entry", "account", "currency", "amount", "reference");
  private final StringBuilder decisions = new StringBuilder();
  private long postings;
  private final DoubleConsumer progress;
  private long peak;

  public RunRecorder(RunPlan plan) {
    this(plan, share -> {});
  }

  /**
   * @param progress gets the share of the period done, 0 to 1
   */
  RunRecorder(RunPlan plan, DoubleConsumer progress) {
    this.plan = plan;
    this.progress = progress;
    this.instruments = plan.setup().instruments().stream().map(InstrumentData::instrument).toList();
    this.digits = Currency.digits(instruments.getFirst().quote());
    this.peak = Exact.scaled(plan.setup().capital(), digits);
  }

  @Override
  public boolean wantsEquity() {
    return true;
  }

  @Override
  public void equity(long timeMillis, long units) {
    peak = Math.max(peak, units);
    BigDecimal drawdown =
        BigDecimal.valueOf(peak - units)
            .divide(BigDecimal.valueOf(peak), 12, RoundingMode.HALF_EVEN);
    equity.row(
        Csv.time(timeMillis), Csv.number(Exact.decimal(units, digits)), Csv.number(drawdown));
    Period period = plan.setup().period();
    progress.accept(
        (double) (timeMillis - period.fromMillis()) / (period.toMillis() - period.fromMillis()));
  }

  @Override
  public boolean wantsPostings() {
    return true;
  }

  @Override
  public void posting(long entry, long timeMillis, int account, long amount, String reference) {
    int of = Ledger.instrumentOf(account);
    String name = Ledger.nameOf(account);
    boolean base = Ledger.countsBase(account);
    String currency = instruments.getFirst().quote();
    int places = digits;
    if (of >= 0) {
      Instrument instrument = instruments.get(of);
      if (!name.equals("fees")) {
        name += ":" + instrument.id();
      }
      if (base) {
        currency = instrument.base();
        places =
            FillModel.coinDigits(
                instruments.stream()
                    .filter(each -> each.base().equals(instrument.base()))
                    .toList());
      }
    }
    ledger.row(
        Long.toString(++postings),
        Csv.time(timeMillis),
        Long.toString(entry),
        name,
        currency,
        Csv.number(Exact.decimal(amount, places)),
        reference);
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    Instrument instrument = instruments.get(decision.instrument());
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("time", Csv.time(decision.timeMillis()));
    out.put("instrument", instrument.id().toString());
    out.put("action", decision.action());
    out.put("side", decision.side() > 0 ? "long" : decision.side() < 0 ? "short" : "none");
    out.put("reason", decision.reason());
    out.put("outcome", decision.refusal().map(code -> "refused").orElse("accepted"));
    out.put("refusal", decision.refusal().orElse(null));
    out.put("order", decision.order());
    out.put(
        "reference",
        Csv.number(
            instrument
                .tick()
                .multiply(BigDecimal.valueOf(decision.referenceHalfTicks()))
                .divide(BigDecimal.TWO)));
    out.put("equity", Csv.number(Exact.decimal(decision.equity(), digits)));
    out.put("expected_cost", Csv.number(Exact.decimal(decision.expectedCost(), digits)));
    ObjectNode inputs = out.putObject("inputs");
    decision.saw().inputs().forEach(input -> put(inputs, input.name(), input.value()));
    ArrayNode rules = out.putArray("rules");
    decision.saw().rules().forEach(rule -> rules.add(condition(rule)));
    ArrayNode sizing = out.putArray("sizing");
    decision
        .sizing()
        .forEach(
            step ->
                sizing
                    .addObject()
                    .put("step", step.name())
                    .put("value", step.value())
                    .put("unit", step.unit()));
    ArrayNode checks = out.putArray("risk_checks");
    decision
        .checks()
        .forEach(
            check ->
                checks
                    .addObject()
                    .put("name", check.name())
                    .put("limit", check.limit())
                    .put("value", check.value())
                    .put("passed", check.passed()));
    out.put("plan", decision.order() == 0 ? "none" : "market, taker, next open");
    out.put("config_hash", plan.configHash());
    decisions.append(out).append('\n');
  }

  private static void put(ObjectNode out, String name, double value) {
    if (Double.isFinite(value)) {
      out.put(name, new BigDecimal(Double.toString(value)));
    } else {
      out.putNull(name);
    }
  }

  private static ObjectNode condition(Explanation.Condition condition) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("text", condition.text());
    out.put("holds", condition.holds());
    put(out, "left", condition.left());
    out.put("relation", condition.relation());
    put(out, "right", condition.right());
    ArrayNode parts = out.putArray("parts");
    condition.parts().forEach(part -> parts.add(condition(part)));
    return out;
  }

  byte[] equityCsv() {
    return equity.bytes();
  }

  byte[] ledgerCsv() {
    return ledger.bytes();
  }

  byte[] decisionLines() {
    return decisions.toString().getBytes(StandardCharsets.UTF_8);
  }
}
