package org.candlewright.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candlewright.analytics.MetricCatalogue;
import org.candlewright.analytics.RunView;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineSetup;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.SessionScript;
import org.candlewright.engine.cost.ContractCosts;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.engine.risk.RiskProfileJson;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Currency;
import org.candlewright.market.FundingHistory;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;

/** Loads, plans and runs backtests; the window and the command line come through here. */
public final class BacktestService {
  private static final int COUNTABLE_DIGITS = 18;

  /** Version in {@code run.json}: results of another version need not be the same. */
  public static final String PROGRAM_VERSION = "0.1.0";

  private static final int ID_LENGTH = 16;

  private final MarketStore market;
  private final Strategies strategies;
  private final SessionSource sessions;

  public BacktestService(MarketStore market, Strategies strategies) {
    this(
        market,
        strategies,
        runId -> {
          throw new InputException(
              "run " + runId + ": its journal is not here", "Use the home that it ran in");
        });
  }

  /**
   * @param sessions where the data of paper and live sessions are
   */
  public BacktestService(MarketStore market, Strategies strategies, SessionSource sessions) {
    this.market = market;
    this.strategies = strategies;
    this.sessions = sessions;
  }

  /** Loads the data and settles everything that determines the run. */
  public RunPlan plan(BacktestRequest request) {
    return plan(request, load(request), Optional.empty(), SessionScript.none(), Optional.empty());
  }

  /**
   * Plans a stored run again, under the costs that were in force: a backtest on the data of today,
   * a session on those in its journal.
   */
  public RunPlan plan(RunDocument stored) {
    BacktestRequest request = stored.request(strategies);
    if (!stored.ofSession()) {
      return plan(
          request,
          load(request),
          Optional.of(stored.costs()),
          SessionScript.none(),
          Optional.empty());
    }
    SessionSource.Recorded recorded = sessions.read(stored.runId());
    return session(stored, recorded.data(), recorded.script());
  }

  /** The same run under another strategy: its data, costs, capital and limits stay as they are. */
  public RunPlan variant(RunPlan plan, StrategyDefinition strategy, String name) {
    EngineSetup setup =
        plan.setup()
            .with(
                strategy.program(plan.setup().instruments()),
                strategy.sizing(),
                strategy.leverage());
    return describe(plan.request().under(strategy).named(name), setup, Optional.empty());
  }

  /** What is wrong with a session's journal, in a sentence; empty if nothing is. */
  public Optional<String> damage(RunDocument stored) {
    return stored.ofSession() ? sessions.read(stored.runId()).damage() : Optional.empty();
  }

  /** Plans a session again over data that may grow. */
  public RunPlan session(RunDocument stored, List<InstrumentData> data, SessionScript script) {
    return plan(
        stored.request(strategies),
        data,
        Optional.of(stored.costs()),
        script,
        Optional.of(new Identity(stored.runId(), stored.mode())));
  }

  /**
   * Plans a new session over data that will grow; costs follow from the history.
   *
   * @param runId new
   * @param mode {@code paper} or {@code live}
   */
  public RunPlan session(
      BacktestRequest request,
      List<InstrumentData> data,
      SessionScript script,
      String runId,
      String mode) {
    return plan(request, data, Optional.empty(), script, Optional.of(new Identity(runId, mode)));
  }

  /** What a session is called; a backtest is called by what determines it. */
  private record Identity(String runId, String mode) {}

  private RunPlan plan(
      BacktestRequest request,
      List<InstrumentData> data,
      Optional<List<ContractCosts>> inForce,
      SessionScript script,
      Optional<Identity> identity) {
    if (request.capital().signum() <= 0) {
      throw new InputException(
          "capital: " + request.capital().toPlainString() + " is not above zero",
          "Give the starting equity with --capital, for example 10000");
    }
    requireCountable(request.capital(), data.getFirst().instrument().quote());
    RiskProfile risk = request.riskProfile();
    List<ContractCosts> costs =
        inForce.orElseGet(
            () ->
                data.stream()
                    .map(
                        each ->
                            CostResolver.resolve(
                                request.costs(),
                                request.strategy().feePreset(),
                                each.instrument(),
                                each.bars(),
                                request.period().fromMillis()))
                    .toList());
    EngineSetup setup =
        new EngineSetup(
            List.copyOf(data),
            request.period(),
            request.strategy().program(data),
            request.strategy().sizing(),
            request.strategy().leverage(),
            request.capital(),
            costs,
            request.keepOpen(),
            request.blockSize(),
            request.fills(),
            risk,
            script);
    return describe(request, setup, identity);
  }

  /** Money is counted in a 64-bit integer; a tenth of it leaves room for profits. */
  private static void requireCountable(BigDecimal capital, String currency) {
    BigDecimal most = BigDecimal.ONE.movePointRight(COUNTABLE_DIGITS - Currency.digits(currency));
    if (capital.compareTo(most) > 0) {
      throw new InputException(
          "capital: " + capital.toPlainString() + " is too large to be counted exactly",
          "Give at most " + most.toPlainString() + " " + currency);
    }
  }

  /** Loads what is stored of the instruments of a request, legs included, in the run's order. */
  public List<InstrumentData> load(BacktestRequest request) {
    List<InstrumentData> data = new ArrayList<>();
    for (InstrumentId id : legs(request)) {
      data.add(load(id, request));
    }
    return data;
  }

  private static List<InstrumentId> legs(BacktestRequest request) {
    if (request.strategy().legs() != Legs.PERPETUAL_AND_SPOT) {
      return request.instruments();
    }
    List<InstrumentId> legs = new ArrayList<>();
    for (InstrumentId id : request.instruments()) {
      if (!id.kind().isPerpetual()) {
        throw new InputException(
            "instruments: " + id + " is not a perpetual",
            "Name the perpetuals of a carry; their spot legs are found by themselves");
      }
      legs.add(id);
      legs.add(id.spot());
    }
    return legs;
  }

  private InstrumentData load(InstrumentId id, BacktestRequest request) {
    Instrument instrument =
        market
            .instrument(id)
            .orElseThrow(
                () ->
                    new InputException(
                        "instruments: " + id + " is not stored",
                        "Import its candles first, or see what there is"
                            + " with `candlewright data`"));
    Period upTo =
        new Period(
            request.warmUp() ? 0 : request.period().fromMillis(), request.period().toMillis());
    BarSeries bars = market.bars(id, request.timeframe(), upTo);
    int start = bars.firstAtOrAfter(request.period().fromMillis());
    if (bars.isEmpty() || bars.lastEndedAt(request.period().toMillis()) < start) {
      throw new InputException(
          "instruments: "
              + id
              + " has no "
              + request.timeframe()
              + " bars between "
              + Instant.ofEpochMilli(request.period().fromMillis())
              + " and "
              + Instant.ofEpochMilli(request.period().toMillis()),
          "See what is stored with `candlewright data` and choose another --from, --to or"
              + " --timeframe");
    }
    FundingHistory funding = id.kind().isPerpetual() ? market.funding(id) : FundingHistory.none();
    Optional<BarSeries> marks =
        id.kind().isPerpetual() ? market.marks(id, request.timeframe(), upTo) : Optional.empty();
    return new InstrumentData(
        instrument, bars, marks, funding, finer(id, request), market.quotes(id, request.period()));
  }

  private Optional<BarSeries> finer(InstrumentId id, BacktestRequest request) {
    Optional<BarSeries> finer =
        request
            .magnifier()
            .choose(request.timeframe(), market.timeframes(id))
            .map(timeframe -> market.bars(id, timeframe, request.period()))
            .filter(bars -> !bars.isEmpty());
    if (finer.isEmpty() && request.magnifier().timeframe().isPresent()) {
      throw new InputException(
          "--magnify: " + id + " has no " + request.magnifier() + " bars in the period",
          "Import them, or use auto or off");
    }
    return finer;
  }

  /**
   * Bars finer than a run's that are stored for its period: those it walked inside its bars, else
   * the finest there are.
   */
  public Optional<BarSeries> finer(RunPlan plan, InstrumentId id) {
    BacktestRequest request = plan.request();
    return plan.setup().instruments().stream()
        .filter(each -> each.instrument().id().equals(id))
        .findFirst()
        .flatMap(InstrumentData::finer)
        .or(
            () ->
                Magnifier.parse("auto")
                    .choose(request.timeframe(), market.timeframes(id))
                    .map(timeframe -> market.bars(id, timeframe, request.period()))
                    .filter(bars -> !bars.isEmpty()));
  }

  private RunPlan describe(
      BacktestRequest request, EngineSetup setup, Optional<Identity> identity) {
    ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    configuration.put("capital", request.capital().stripTrailingZeros().toPlainString());
    configuration.put("currency", setup.instruments().getFirst().instrument().quote());
    configuration.put("leverage", setup.leverage().toPlainString());
    configuration.put("timeframe", request.timeframe().toString());
    configuration.put("risk_profile", request.riskProfile().name());
    if (request.riskProfile().limited()) {
      configuration.set("risk", RiskProfileJson.write(request.riskProfile()));
    }
    configuration.put("keep_open", request.keepOpen());
    if (!request.warmUp()) {
      configuration.put("warm_up", false);
    }
    if (!request.fills().equals(FillRules.standard())) {
      configuration.set("fills", FillRulesJson.write(request.fills()));
    }
    if (request.magnifier().on()) {
      configuration.put("magnify", request.magnifier().toString());
    }
    ArrayNode instruments = configuration.putArray("instruments");
    for (int i = 0; i < setup.instruments().size(); i++) {
      InstrumentData data = setup.instruments().get(i);
      ObjectNode described = describe(data.instrument(), setup.costs().get(i));
      data.finer().ifPresent(bars -> described.put("finer_bars", bars.timeframe().toString()));
      data.quotes().ifPresent(quotes -> described.put("recorded_quotes", quotes.size()));
      instruments.add(described);
    }
    ObjectNode strategy = strategies.toTree(request.strategy());
    String configHash = Fingerprint.of(strategy + "\n" + configuration).substring(0, ID_LENGTH);
    String fingerprint = fingerprint(setup);
    String own =
        Fingerprint.of(
                configHash
                    + "/"
                    + fingerprint
                    + "/"
                    + request.period().fromMillis()
                    + "/"
                    + request.period().toMillis()
                    + "/"
                    + PROGRAM_VERSION)
            .substring(0, ID_LENGTH);
    String runId = identity.map(Identity::runId).orElse(own);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("run_id", runId);
    document.put("name", request.name());
    document.put("mode", identity.map(Identity::mode).orElse("backtest"));
    document.put("program_version", PROGRAM_VERSION);
    document.put("from", Instant.ofEpochMilli(request.period().fromMillis()).toString());
    document.put("to", Instant.ofEpochMilli(request.period().toMillis()).toString());
    document.put("config_hash", configHash);
    document.put("data_fingerprint", fingerprint);
    document.put(
        "simulated_data",
        setup.instruments().stream().anyMatch(data -> data.instrument().simulated()));
    document.set("strategy", strategy);
    document.set("configuration", configuration);
    return new RunPlan(request, setup, document, runId, configHash, fingerprint);
  }

  private static String fingerprint(EngineSetup setup) {
    return Fingerprint.of(setup.instruments(), setup.period(), setup.program().warmUpBars());
  }

  /** A session's plan with the fingerprint of the data it has got by now. */
  public static RunPlan withDataOfNow(RunPlan plan) {
    String fingerprint = fingerprint(plan.setup());
    ObjectNode document = plan.document().deepCopy();
    document.put("data_fingerprint", fingerprint);
    return new RunPlan(
        plan.request(), plan.setup(), document, plan.runId(), plan.configHash(), fingerprint);
  }

  private static ObjectNode describe(Instrument instrument, ContractCosts costs) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("instrument", instrument.id().toString());
    out.put("tick", instrument.tick().toPlainString());
    out.put("lot", instrument.lot().toPlainString());
    out.put("min_notional", instrument.minNotional().map(BigDecimal::toPlainString).orElse(null));
    out.put("fee_schedule", costs.feeName());
    out.put("maker_fee", costs.maker().decimal().toPlainString());
    out.put("taker_fee", costs.taker().decimal().toPlainString());
    out.put(
        "buyer_fee_currency",
        instrument.buyerPaysInBase() ? instrument.base() : instrument.quote());
    out.put("tier", costs.tier().toString());
    out.put("tier_source", costs.tierSource());
    out.put("half_spread_bps", bps(costs.halfSpread()));
    out.put("slippage_bps", bps(costs.slippage()));
    out.put("size_impact", costs.sizeImpact());
    out.put("participation", costs.participation().map(BigDecimal::toPlainString).orElse("off"));
    return out;
  }

  private static String bps(long units) {
    return BigDecimal.valueOf(units, 8).stripTrailingZeros().toPlainString();
  }

  /**
   * Runs a plan.
   *
   * @param cancelled asked once a block
   */
  public BacktestResult run(RunPlan plan, RunObserver observer, BooleanSupplier cancelled) {
    Engine engine = new Engine(plan.setup(), observer);
    engine.run(cancelled);
    return result(plan, engine);
  }

  /** The figures of a run that an engine has done. */
  public static BacktestResult result(RunPlan plan, Engine engine) {
    EngineSummary summary = engine.summary();
    List<Trade> trades = Trade.assemble(engine.log(), plan.request().strategy().legs().two());
    RunView view = ViewOfRun.of(plan, trades, engine.days(), summary, engine.log());
    return new BacktestResult(
        plan,
        engine.log(),
        List.copyOf(engine.days()),
        summary,
        trades,
        view,
        MetricCatalogue.of(view));
  }
}
