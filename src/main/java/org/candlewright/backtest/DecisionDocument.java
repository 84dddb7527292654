package org.candlewright.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.strategy.Explanation;

/** A decision as a JSON object, keys in a fixed order: a line of {@code decisions.jsonl}. */
public final class DecisionDocument {
  private final List<Instrument> instruments;
  private final int digits;
  private final String configHash;

  public DecisionDocument(RunPlan plan) {
    this.instruments = plan.setup().instruments().stream().map(InstrumentData::instrument).toList();
    this.digits = Currency.digits(instruments.getFirst().quote());
    this.configHash = plan.configHash();
  }

  public ObjectNode of(DecisionRecord decision) {
    Instrument instrument = instruments.get(decision.instrument());
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("time", Instant.ofEpochMilli(decision.timeMillis()).toString());
    out.put("instrument", instrument.id().toString());
    out.put("action", decision.action());
    out.put("side", decision.side() > 0 ? "long" : decision.side() < 0 ? "short" : "none");
    out.put("reason", decision.reason());
    out.put("outcome", decision.refusal().map(code -> "refused").orElse("accepted"));
    out.put("refusal", decision.refusal().orElse(null));
    out.put("order", decision.order());
    out.put(
        "reference",
        Exact.plain(
            instrument
                .tick()
                .multiply(BigDecimal.valueOf(decision.referenceHalfTicks()))
                .divide(BigDecimal.TWO)));
    out.put("equity", Exact.plain(Exact.decimal(decision.equity(), digits)));
    out.put("expected_cost", Exact.plain(Exact.decimal(decision.expectedCost(), digits)));
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
    out.put("config_hash", configHash);
    return out;
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
}
