package org.candlewright.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.cost.CostOptions;
import org.candlewright.engine.cost.LiquidityTier;
import org.candlewright.engine.cost.Rate;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.RiskProfileJson;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.market.Timeframe;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;

/** A {@code run.json} read back: enough to plan the same run again. */
public final class RunDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode root;

  private RunDocument(JsonNode root) {
    this.root = root;
  }

  /** Reads {@code run.json}. */
  public static RunDocument parse(byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root == null || !root.path("run_id").isTextual() || !root.path("strategy").isObject()) {
        throw unreadable("run_id and strategy are missing");
      }
      return new RunDocument(root);
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage());
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static InputException unreadable(String why) {
    return new InputException("run.json: not a run (" + why + ")", "Make the run again");
  }

  public String runId() {
    return root.path("run_id").asText();
  }

  /** {@code backtest}, {@code paper} or {@code live}. */
  public String mode() {
    return root.path("mode").asText("backtest");
  }

  /** Whether it is of a session, whose data are in its journal. */
  public boolean ofSession() {
    return !mode().equals("backtest");
  }

  public String dataFingerprint() {
    return root.path("data_fingerprint").asText();
  }

  public String programVersion() {
    return root.path("program_version").asText();
  }

  /** The request that leads to the same run. */
  public BacktestRequest request(Strategies strategies) {
    StrategyDefinition strategy =
        strategies.parse("run.json: strategy", root.path("strategy").toString());
    JsonNode configuration = root.path("configuration");
    List<InstrumentId> instruments = new ArrayList<>();
    for (JsonNode each : configuration.path("instruments")) {
      InstrumentId id = InstrumentId.parse(each.path("instrument").asText());
      if (strategy.legs() != Legs.PERPETUAL_AND_SPOT || id.kind().isPerpetual()) {
        instruments.add(id);
      }
    }
    return new BacktestRequest(
        strategy,
        instruments,
        Timeframe.parse(configuration.path("timeframe").asText()),
        new Period(
            Period.parseTime(root.path("from").asText()),
            Period.parseTime(root.path("to").asText())),
        decimal(configuration, "capital"),
        CostOptions.defaults(),
        risk(configuration),
        configuration.path("keep_open").asBoolean(),
        root.path("name").asText(),
        EngineSetup.DEFAULT_BLOCK,
        configuration.path("fills").isObject()
            ? FillRulesJson.read(configuration.path("fills"))
            : FillRules.standard(),
        configuration.path("warm_up").asBoolean(true),
        Magnifier.parse(configuration.path("magnify").asText("off")));
  }

  /** The profile of that name, or the one whose limits stand there. */
  private static RiskProfile risk(JsonNode configuration) {
    String name = configuration.path("risk_profile").asText();
    return name.equals("research") || name.equals("guarded")
        ? RiskProfile.parse(name)
        : RiskProfileJson.parse("run.json: risk", configuration.path("risk").toString());
  }

  /** Costs that were in force, one per instrument of the engine, legs included. */
  public List<ContractCosts> costs() {
    List<ContractCosts> costs = new ArrayList<>();
    for (JsonNode each : root.path("configuration").path("instruments")) {
      String participation = each.path("participation").asText();
      costs.add(
          new ContractCosts(
              Rate.of(decimal(each, "maker_fee")),
              Rate.of(decimal(each, "taker_fee")),
              ContractCosts.fromBps(decimal(each, "half_spread_bps")),
              ContractCosts.fromBps(decimal(each, "slippage_bps")),
              each.path("size_impact").asBoolean(),
              participation.equals("off")
                  ? Optional.empty()
                  : Optional.of(decimal(each, "participation")),
              LiquidityTier.parse(each.path("tier").asText()),
              each.path("tier_source").asText(),
              each.path("fee_schedule").asText()));
    }
    return costs;
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    try {
      return new BigDecimal(node.path(field).asText());
    } catch (NumberFormatException e) {
      throw unreadable(field + " is no number");
    }
  }
}
