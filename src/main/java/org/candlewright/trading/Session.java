package org.candlewright.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.backtest.BacktestResult;
import org.candlewright.backtest.BacktestService;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.Engine;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.SessionScript;
import org.candlewright.engine.SessionScript.Command;
import org.candlewright.engine.SessionScript.Ending;
import org.candlewright.engine.risk.RiskHalt;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;

/**
 * A session as a function of its inputs: the same inputs give the same records. It knows neither
 * thread nor journal nor clock; whoever drives it numbers the inputs and writes down what follows.
 */
final class Session {
  private final RunPlan plan;
  private final SessionMarket market;
  private final SessionRecords records;
  private Optional<Engine> engine = Optional.empty();
  private Optional<RiskHalt> halt = Optional.empty();

  /** Whether everything is being closed and it is not known yet that nothing is held. */
  private boolean closing;

  /**
   * @param plan over the market's growing series, with a script that grows
   * @param watcher hears what the engine does, besides the records
   */
  Session(RunPlan plan, SessionMarket market, RunObserver watcher, SessionRecords.Sink sink) {
    this.plan = plan;
    this.market = market;
    this.records = new SessionRecords(plan, watcher, sink);
  }

  RunPlan plan() {
    return plan;
  }

  SessionMarket market() {
    return market;
  }

  /**
   * Takes an input that nothing speaks against; at an instant the engine runs to it.
   *
   * @return orders that are meant now and have to be sent
   */
  List<OrderIntent> take(MarketInput input) {
    market.take(input);
    if (input instanceof MarketInput.Instant instant && !finished()) {
      runTo(instant);
    }
    return records.takeIntents();
  }

  private void runTo(MarketInput.Instant instant) {
    if (instant.last()) {
      script().ends(Ending.CLOSES);
    }
    if (engine.isEmpty() && market.begun(plan.setup().period().fromMillis())) {
      engine = Optional.of(new Engine(plan.setup(), records));
    }
    engine.ifPresent(
        running -> {
          running.extend();
          running.runTo(instant.time());
          records.flush(running.log());
          noteHalt(running, instant.time());
          noteFlat(instant.time());
          if (running.finished()) {
            records.ended(instant.time(), running.equity());
          }
        });
  }

  /** Takes note of a command that was done in a life before. */
  void learn(Command command) {
    script().add(command);
  }

  /** Does what a person ordered; the command is stamped with {@link #now}. */
  List<OrderIntent> obey(Command command) {
    script().add(command);
    engine.ifPresent(
        running -> {
          running.obey();
          records.flush(running.log());
        });
    records.modeChange(command.timeMillis(), command.kind().name(), "by command");
    if (command.kind() == SessionScript.Kind.KILL) {
      closing = true;
      noteFlat(command.timeMillis());
    }
    halt = engine.flatMap(running -> running.summary().halt());
    return records.takeIntents();
  }

  /** Its state after an instant, before any command: what {@link #goOn} takes. */
  Optional<long[]> words() {
    if (engine.isEmpty() || finished()) {
      return Optional.empty();
    }
    StateWriter out = new StateWriter();
    long[] words = engine.get().snapshot();
    out.putLongs(words, words.length);
    out.putLong(closing ? 1 : 0);
    records.save(out);
    return Optional.of(out.toWords());
  }

  /** Goes on as if it had worked all inputs that its market and script have got. */
  void goOn(long[] words) {
    StateReader in = new StateReader(words);
    long[] snapshot = new long[in.getInt()];
    for (int i = 0; i < snapshot.length; i++) {
      snapshot[i] = in.getLong();
    }
    Engine running = new Engine(plan.setup(), records);
    running.extend();
    running.goOn(snapshot);
    closing = in.getLong() != 0;
    records.restore(in);
    engine = Optional.of(running);
    halt = running.summary().halt();
    if (!in.exhausted()) {
      throw new IllegalStateException("the state is of another session");
    }
  }

  private void noteFlat(long time) {
    if (closing && held().isEmpty()) {
      closing = false;
      records.modeChange(time, "FLAT", "nothing is held any more");
    }
  }

  private void noteHalt(Engine running, long time) {
    Optional<RiskHalt> now = running.summary().halt();
    if (now.isPresent() && halt.isEmpty()) {
      closing = true;
      records.modeChange(time, "HALT", now.get().code());
    }
    halt = now;
  }

  private SessionScript script() {
    return plan.setup().script();
  }

  /** The engine time a command that comes now is stamped with, epoch milliseconds. */
  long now() {
    return engine.isPresent()
        ? engine.get().timeMillis()
        : Math.max(plan.setup().period().fromMillis(), market.instant());
  }

  boolean finished() {
    return engine.isPresent() && engine.get().finished();
  }

  /** Why trading has ended; empty while it goes on. */
  Optional<RiskHalt> halt() {
    return halt;
  }

  /** Everything that is held, works and is owed; empty before the first instant. */
  Optional<EngineState> state() {
    return engine.map(Engine::state);
  }

  /** What was filled and closed last. */
  SessionSnapshot.Recent recent() {
    return engine
        .map(running -> SessionSnapshot.Recent.of(running.log(), plan.setup().instruments()))
        .orElseGet(SessionSnapshot.Recent::none);
  }

  /** Leaves the session as it stands. */
  void suspend() {
    if (!finished()) {
      script().ends(Ending.STAYS_OPEN);
      engine.ifPresent(Engine::suspend);
    }
  }

  /** What has come of it; empty if it never began. */
  Optional<BacktestResult> result() {
    return engine.map(done -> BacktestService.result(BacktestService.withDataOfNow(plan), done));
  }

  /** Instruments that are held. */
  List<Integer> held() {
    List<Integer> held = new ArrayList<>();
    state()
        .ifPresent(
            state ->
                state.positions().stream()
                    .filter(each -> each.lots() != 0)
                    .forEach(each -> held.add(each.instrument())));
    return held;
  }
}
