package org.candlewright.ui.positions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.backtest.MarketStore;
import org.candlewright.backtest.RunStore;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.EngineState;
import org.candlewright.engine.SessionScript.Kind;
import org.candlewright.engine.risk.RiskProfile;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Strategies;
import org.candlewright.trading.SessionSnapshot;
import org.candlewright.ui.OpenReplay;
import org.candlewright.ui.UiThread;
import org.candlewright.ui.work.BackgroundWork;

/**
 * A session on paper as a person watches and leads it. {@link #refresh} looks at the session; the
 * view calls it with the frames, and nothing here waits for the trading thread.
 */
public final class PositionsViewModel {
  private final Services services;
  private final SessionForm form = new SessionForm();
  private final ObservableList<PositionRow> positions = FXCollections.observableArrayList();
  private final ObservableList<OrderRow> orders = FXCollections.observableArrayList();
  private final ObservableList<FillRow> fills = FXCollections.observableArrayList();
  private final ObservableList<BlockedRow> blocked = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Account>> account =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SessionWatch.Today>> today =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("No session runs");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<RunStore.Summary>> left =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
  private Optional<PaperTrading.Running> session = Optional.empty();
  private Optional<PositionRows> rows = Optional.empty();
  private Optional<SessionSnapshot> shown = Optional.empty();

  /** The alarm shown last: one that was closed does not come again by itself. */
  private String heard = "";

  /**
   * What the view model works with.
   *
   * @param failures gets what nobody expected, for the log
   */
  public record Services(
      MarketStore market,
      RunStore runs,
      Strategies strategies,
      PaperTrading trading,
      OpenReplay replay,
      UiThread ui,
      BackgroundWork work,
      Consumer<Throwable> failures) {}

  /**
   * The account as it stands; money in its currency, shares as fractions.
   *
   * @param today change since 00:00 UTC
   * @param drawdown fall below the highest equity so far
   * @param gross Σ notional over equity
   * @param net signed Σ notional over equity
   */
  public record Account(
      String currency,
      BigDecimal equity,
      BigDecimal today,
      BigDecimal todayShare,
      BigDecimal drawdown,
      BigDecimal gross,
      BigDecimal net) {}

  public PositionsViewModel(Services services) {
    this.services = services;
  }

  public SessionForm form() {
    return form;
  }

  /** Names of the strategies that can be chosen. */
  public List<String> strategies() {
    return services.strategies().templateNames();
  }

  public ObservableList<PositionRow> positions() {
    return positions;
  }

  public ObservableList<OrderRow> orders() {
    return orders;
  }

  public ObservableList<FillRow> fills() {
    return fills;
  }

  public ObservableList<BlockedRow> blocked() {
    return blocked;
  }

  /** Empty before the first bar of a session. */
  public ReadOnlyObjectProperty<Optional<Account>> accountProperty() {
    return account.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<SessionWatch.Today>> todayProperty() {
    return today.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** Time of the session, or how it ended. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void closeProblem() {
    problem.set("");
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether a session is about to begin. */
  public ReadOnlyBooleanProperty startingProperty() {
    return starting.getReadOnlyProperty();
  }

  /** Whether a person allows no new entries. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Whether a kill or a breaker has closed trading until a reset. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** The latest session, which may go on from its journal. */
  public ReadOnlyObjectProperty<Optional<RunStore.Summary>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Looks which session was run last. */
  public void readSessions() {
    services
        .work()
        .startQuiet(
            () ->
                services.runs().summaries().stream()
                    .filter(each -> each.mode().equals("paper"))
                    .findFirst(),
            left::set,
            this::failed);
  }

  /** Begins the session that the form asks for. */
  public void begin() {
    if (!form.problemProperty().get().isEmpty()) {
      return;
    }
    SessionForm.Wanted wanted = form.wanted();
    start(
        () ->
            services
                .trading()
                .begin(wanted.request(services.market(), services.strategies()), wanted.speed()));
  }

  /** Lets the latest session go on. */
  public void goOn() {
    left.get().ifPresent(latest -> goOn(latest.id(), form.paceProperty().get().speed()));
  }

  /** Lets a session go on from its journal. */
  public void goOn(String runId, double speed) {
    start(() -> services.trading().goOn(runId, speed));
  }

  private void start(java.util.function.Supplier<PaperTrading.Running> how) {
    if (running.get() || starting.get()) {
      return;
    }
    starting.set(true);
    problem.set("");
    services
        .work()
        .startQuiet(
            how,
            this::show,
            failure -> {
              starting.set(false);
              failed(failure);
            });
  }

  /** Shows a session that runs. */
  public void show(PaperTrading.Running begun) {
    session = Optional.of(begun);
    rows = Optional.of(new PositionRows(begun.plan()));
    starting.set(false);
    paused.set(false);
    running.set(true);
    headline.set(begun.plan().request().strategy().name() + " on paper");
    begun
        .ended()
        .whenComplete(
            (how, failure) ->
                services
                    .ui()
                    .execute(() -> ended(Optional.ofNullable(how), Optional.ofNullable(failure))));
    refresh();
  }

  private void ended(Optional<String> how, Optional<Throwable> failure) {
    shown = Optional.empty();
    refresh();
    running.set(false);
    session = Optional.empty();
    how.ifPresent(note::set);
    failure.ifPresent(
        broken -> {
          services.failures().accept(broken);
          problem.set(
              "The session broke off. Nothing of it is lost: it can go on from its journal."
                  + " Details are in the log.");
        });
    readSessions();
  }

  private void failed(RuntimeException failure) {
    if (failure instanceof InputException wrong) {
      problem.set(wrong.line());
    } else {
      services.failures().accept(failure);
      problem.set("That did not work; details are in the log.");
    }
  }

  /** No new entries; what is held keeps its stops and exits. */
  public void pause() {
    command(Kind.PAUSE);
    paused.set(session.isPresent());
  }

  /** Entries are allowed again. */
  public void resume() {
    command(Kind.RESUME);
    paused.set(false);
  }

  /** Closes what is held; no new entries until a resume. */
  public void flatten() {
    command(Kind.STOP);
    paused.set(session.isPresent());
  }

  /** Cancels entries, closes everything and locks until a reset. */
  public void kill() {
    command(Kind.KILL);
  }

  /** Unlocks after a kill or a breaker. */
  public void reset() {
    command(Kind.RESET);
  }

  /** Closes one position, with its other leg where it has one; nothing new in it until a resume. */
  public void close(PositionRow row) {
    session.ifPresent(
        each -> {
          boolean two = each.plan().request().strategy().legs().two();
          int first = two ? row.index() - row.index() % 2 : row.index();
          each.command(Kind.STOP, first, first + (two ? 2 : 1));
        });
  }

  /** Leaves the session as it stands; it can go on later. */
  public void leave() {
    session.ifPresent(PaperTrading.Running::leave);
  }

  /** Shows the moment a position was entered, in Replay. */
  public void openReplay(PositionRow row) {
    session.ifPresent(
        each ->
            services
                .replay()
                .open(
                    each.plan().runId(),
                    row.entryMillis(),
                    Optional.of(row.instrument().id().toString())));
  }

  /** The decision that opened a position; empty if it is no longer at hand. */
  public Optional<DecisionRecord> opening(PositionRow row) {
    return session.flatMap(
        each ->
            each.watch().entered().stream()
                .filter(made -> made.instrument() == row.index())
                .filter(made -> made.timeMillis() <= row.entryMillis())
                .findFirst());
  }

  private void command(Kind kind) {
    session.ifPresent(each -> each.command(kind, 0, each.plan().setup().instruments().size()));
  }

  /** Shows the session as it stands. */
  public void refresh() {
    session.ifPresent(this::refresh);
  }

  private void refresh(PaperTrading.Running each) {
    SessionSnapshot now = each.snapshot();
    if (shown.isPresent() && shown.get() == now) {
      return;
    }
    shown = Optional.of(now);
    locked.set(now.halt().isPresent());
    note.set(note(now));
    if (!each.watch().alarm().equals(heard)) {
      heard = each.watch().alarm();
      problem.set(heard);
    }
    now.state().ifPresent(state -> show(each, now, state));
  }

  private static String note(SessionSnapshot now) {
    return now.trouble()
        .orElseGet(
            () ->
                org.candlewright.ui.format.Times.minute(now.timeMillis(), java.time.ZoneOffset.UTC)
                    + " UTC"
                    + now.halt().map(halt -> " · locked: " + halt.code()).orElse("")
                    + (now.held() ? " · data late, no entries" : ""));
  }

  private void show(PaperTrading.Running each, SessionSnapshot now, EngineState state) {
    PositionRows made = rows.orElseThrow();
    update(positions, made.positions(state));
    update(orders, made.orders(state));
    update(fills, made.fills(now.recent()));
    update(blocked, made.blocked(each.watch().refused(), now.recent().lastTicks()));
    SessionWatch.Today day = each.watch().today();
    account.set(Optional.of(account(each, made, state, day)));
    today.set(Optional.of(day));
  }

  /** The limits that the session runs under; the guarded ones before one runs. */
  RiskProfile limits() {
    return session.map(each -> each.plan().request().riskProfile()).orElseGet(RiskProfile::guarded);
  }

  private Account account(
      PaperTrading.Running each, PositionRows made, EngineState state, SessionWatch.Today day) {
    BigDecimal equity = made.money(state.equity());
    BigDecimal start = made.money(day.points() == 0 ? state.equity() : day.start());
    BigDecimal change = equity.subtract(start);
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal net = BigDecimal.ZERO;
    for (PositionRow row : positions) {
      gross = gross.add(row.notional());
      net = net.add(row.notional().multiply(BigDecimal.valueOf(row.side())));
    }
    BigDecimal peak = made.money(state.peak());
    return new Account(
        each.plan().setup().instruments().getFirst().instrument().quote(),
        equity,
        change,
        share(change, start),
        share(equity.subtract(peak), peak),
        share(gross, equity),
        share(net, equity));
  }

  /** Money units in one of the account's currency. */
  double moneyUnit() {
    return rows.map(PositionRows::unit).orElse(1.0);
  }

  private static BigDecimal share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, 12, RoundingMode.HALF_EVEN);
  }

  /** Rows that are as before stay, so that selection and scrolling do. */
  private static <R> void update(ObservableList<R> list, List<R> now) {
    int both = Math.min(list.size(), now.size());
    for (int i = 0; i < both; i++) {
      if (!list.get(i).equals(now.get(i))) {
        list.set(i, now.get(i));
      }
    }
    if (list.size() > now.size()) {
      list.remove(now.size(), list.size());
    } else {
      list.addAll(now.subList(both, now.size()));
    }
  }
}
