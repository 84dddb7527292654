package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.ui.format.Numbers;

/** Costs in force as lines for people. */
final class CostLines {
  private CostLines() {}

  static List<BuilderViewModel.CostLine> of(RunPlan plan) {
    Map<String, ContractCosts> schedules = new LinkedHashMap<>();
    for (int i = 0; i < plan.setup().costs().size(); i++) {
      ContractCosts costs = plan.setup().costs().get(i);
      String kind =
          plan.setup().instruments().get(i).instrument().id().kind().isPerpetual()
              ? "perpetual"
              : "spot";
      schedules.putIfAbsent(
          costs.feeName() + ", " + kind + " " + costs.taker().decimal().toPlainString(), costs);
    }
    List<BuilderViewModel.CostLine> lines = new ArrayList<>();
    schedules.forEach(
        (key, costs) ->
            lines.add(
                new BuilderViewModel.CostLine(
                    key.substring(0, key.lastIndexOf(' ')), bps(costs), "bps taker")));
    boolean funded =
        plan.setup().instruments().stream().anyMatch(data -> !data.funding().isEmpty());
    lines.add(new BuilderViewModel.CostLine("Funding", funded ? "as settled" : "none stored", ""));
    lines.add(new BuilderViewModel.CostLine("Fill", "next open", ""));
    lines.add(
        new BuilderViewModel.CostLine("Risk profile", plan.request().riskProfile().name(), ""));
    return lines;
  }

  private static String bps(ContractCosts costs) {
    return Numbers.exact(costs.taker().decimal().movePointRight(4));
  }

  /** Half spread plus slippage, basis points. */
  static String spreadAndSlippage(ContractCosts costs) {
    return Numbers.fixed(BigDecimal.valueOf(costs.halfSpread() + costs.slippage(), 8), 1);
  }
}
