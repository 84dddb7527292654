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
    decision
        .saw()
        .inputs()
        .forEach(input -> ExplanationJson.put(inputs, input.name(), input.value()));
    ArrayNode rules = out.putArray("rules");
    decision.saw().rules().forEach(rule -> rules.add(ExplanationJson.condition(rule)));
    ArrayNode sizing = out.putArray("sizing");
    ExplanationJson.sizing(decision.sizing(), sizing);
    ArrayNode checks = out.putArray("risk_checks");
    ExplanationJson.checks(decision.checks(), checks);
    out.put("plan", decision.order() == 0 ? "none" : "market, taker, next open");
    out.put("config_hash", configHash);
    return out;
  }
}
