package org.candlewright.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candlewright.engine.simulation.Faults;
import org.candlewright.engine.simulation.FillRules;

/** The rules of filling as {@code run.json} keeps them. */
final class FillRulesJson {
  private FillRulesJson() {}

  static ObjectNode write(FillRules rules) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("at_close", rules.atClose());
    out.put("limits_at_touch", rules.touch());
    out.put("path_decides", rules.path());
    out.put("limits_at_better_opens", rules.betterOpens());
    out.put("slippage_ticks", rules.slippageTicks());
    out.put("netting", rules.netting());
    out.put("prices_rounded_outward", rules.outward());
    Faults faults = rules.faults();
    if (!faults.equals(Faults.NONE)) {
      out.put("latency_ms", faults.latencyMillis());
      out.put("rejects_per_million", faults.rejects());
      out.put("partial_fills_per_million", faults.partials());
      out.put("fault_seed", faults.seed());
    }
    return out;
  }

  static FillRules read(JsonNode in) {
    return new FillRules(
        in.path("at_close").asBoolean(),
        in.path("limits_at_touch").asBoolean(),
        in.path("path_decides").asBoolean(),
        in.path("limits_at_better_opens").asBoolean(),
        in.path("slippage_ticks").asInt(),
        in.path("netting").asBoolean(),
        in.path("prices_rounded_outward").asBoolean(),
        new Faults(
            in.path("latency_ms").asLong(),
            in.path("rejects_per_million").asLong(),
            in.path("partial_fills_per_million").asLong(),
            in.path("fault_seed").asLong()));
  }
}
