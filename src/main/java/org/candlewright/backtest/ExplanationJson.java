package org.candlewright.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.strategy.Explanation;

/** What a decision saw and how it was sized and checked, in the one form all documents use. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** A number; null where it is not known. */
  public static void put(ObjectNode out, String name, double value) {
    if (Double.isFinite(value)) {
      out.put(name, new BigDecimal(Double.toString(value)));
    } else {
      out.putNull(name);
    }
  }

  /** A condition with its parts. */
  public static ObjectNode condition(Explanation.Condition condition) {
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

  public static void sizing(List<DecisionRecord.SizingStep> steps, ArrayNode out) {
    for (DecisionRecord.SizingStep step : steps) {
      out.addObject().put("step", step.name()).put("value", step.value()).put("unit", step.unit());
    }
  }

  public static void checks(List<DecisionRecord.Check> checks, ArrayNode out) {
    for (DecisionRecord.Check check : checks) {
      out.addObject()
          .put("name", check.name())
          .put("limit", check.limit())
          .put("value", check.value())
          .put("passed", check.passed());
    }
  }
}
