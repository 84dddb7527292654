package org.candlewright.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candlewright.engine.order.Order;
import org.candlewright.engine.order.OrderKind;
import org.candlewright.engine.order.OrderTerms;
import org.candlewright.engine.risk.RiskCheck;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.risk.Verdict;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.strategy.DecisionPass;
import org.candlewright.strategy.EntryPlan;
import org.candlewright.strategy.ExitPlan;
import org.candlewright.strategy.Explanation;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.StrategyProgram;

/**
 * Turns what a strategy wants into sized, checked orders; what it shows the strategy is the past.
 */
final class Desk implements DecisionPass {
  /** Smallest order value where the venue's rule is not known, in quote. */
  private static final long DEFAULT_MINIMUM = 5;

  /** Fraction of a tick that is a matter of arithmetic, not of price. */
  private static final double ON_A_TICK = 1e-4;

  /** Code of entries refused while a strategy pauses. */
  private static final String PAUSED = "mode_not_armed";

  private static final Explanation NOTHING_SEEN = new Explanation(List.of(), List.of());

  private final Book[] books;
  private final Ledger ledger;
  private final Sizer sizer;
  private final StrategyProgram program;
  private final RunObserver observer;
  private final WorkingOrders orders;
  private final int minimumBars;
  private long now;
  private long equity;
  private boolean finalPass;
  private final RestingExits exits;
  private final FillRules rules;
  private final EntryGate gate;
  private final NamedPairs named;
  private final List<Order> closing = new ArrayList<>();
  private final Optional<HedgeWatch> hedges;

  Desk(
      Book[] books,
      Ledger ledger,
      Sizer sizer,
      StrategyProgram program,
      WorkingOrders orders,
      FillRules rules,
      RiskEngine risk,
      Optional<HedgeWatch> hedges,
      RunObserver observer) {
    this.hedges = hedges;
    this.gate = new EntryGate(books, orders, risk, sizer, program.legs());
    this.orders = orders;
    this.rules = rules;
    this.exits = new RestingExits(orders);
    this.books = books;
    this.ledger = ledger;
    this.sizer = sizer;
    this.program = program;
    this.observer = observer;
    this.minimumBars = program.minimumBars();
    this.named = new NamedPairs(this, sizer, gate);
  }

  WorkingOrders orders() {
    return orders;
  }

  /** Runs one decision pass at the given instant. */
  void pass(long millis, long equityNow, boolean last) {
    now = millis;
    equity = equityNow;
    finalPass = last;
    closing.clear();
    if (gate.halted() && !last) {
      flatten(0, books.length, gate.haltReason());
    }
    if (hedges.isPresent() && !last) {
      hedges.get().watch(this, millis);
    }
    program.decide(this);
  }

  /** Cash not bound as margin of perpetuals, money units. */
  long freeCash() {
    long free = ledger.cash();
    for (Book book : books) {
      if (book.perpetual() && book.lots != 0) {
        free -= sizer.leverage().divide(Math.abs(book.basis)) + book.marginAdded;
      }
    }
    return free;
  }

  @Override
  public long timeMillis() {
    return now;
  }

  @Override
  public int instruments() {
    return books.length;
  }

  @Override
  public boolean closed(int instrument) {
    return books[instrument].closedNow;
  }

  @Override
  public int bar(int instrument) {
    return books[instrument].last;
  }

  @Override
  public int side(int instrument) {
    return books[instrument].side();
  }

  @Override
  public boolean working(int instrument) {
    return books[instrument].workingOrders > 0;
  }

  @Override
  public boolean mayShort(int instrument) {
    return books[instrument].perpetual();
  }

  @Override
  public boolean warm(int instrument) {
    Book book = books[instrument];
    return book.last - book.warmStart + 1 >= minimumBars;
  }

  @Override
  public int lastSettlement(int instrument) {
    return books[instrument].nextSettlement - 1;
  }

  @Override
  public int entries(int instrument) {
    return books[instrument].entries.size();
  }

  @Override
  public boolean taken(int instrument, int reason) {
    return books[instrument].holdsEntry(reason) || orders.entryWorks(books[instrument], reason);
  }

  @Override
  public int barsInTrade(int instrument) {
    Book book = books[instrument];
    Entry oldest = book.oldest();
    return oldest == null ? 0 : book.last - oldest.bar + 1;
  }

  @Override
  public boolean enter(int instrument, int side, int reason) {
    return enter(instrument, side, reason, EntryPlan.MARKET);
  }

  @Override
  public boolean enter(int instrument, int side, int reason, EntryPlan plan) {
    Book book = books[instrument];
    if (book.paused != 0) {
      return reject(book, side, reason, PAUSED, "armed", "paused", List.of());
    }
    long ticks = book.lastClose;
    long free = freeCash();
    if (book.lots != 0 && side != book.side()) {
      // A reversal: what its own position binds and has gained will be free at that open.
      free +=
          book.perpetual() ? sizer.leverage().divide(Math.abs(book.basis)) + book.openValue() : 0;
    }
    long exposure = sizer.cap().isPresent() ? exposure() : 0;
    long lots = sizer.lots(book, plan, equity, free, exposure);
    boolean wellSized = free > 0 && sizer.left(exposure) != 0 && lots > 0;
    Optional<Verdict> verdict =
        wellSized && gate.active()
            ? Optional.of(gate.assess(book, side, plan, lots, now, equity))
            : Optional.empty();
    Optional<String> refusal = verdict.flatMap(EntryGate::code);
    if (refusal.isPresent() && repeats(book, refusal.get())) {
      return false;
    }
    List<DecisionRecord.SizingStep> steps =
        observer.wantsDecisions()
            ? SizingSteps.of(sizer, book, plan, equity, free, exposure, lots)
            : List.of();
    if (free <= 0) {
      return reject(
          book, side, reason, "insufficient_balance", money(book, 0), money(book, free), steps);
    }
    if (sizer.left(exposure) == 0) {
      return capped(book, side, reason, exposure, steps);
    }
    if (lots <= 0) {
      return reject(
          book,
          side,
          reason,
          "position_size_too_small",
          book.instrument.lot().toPlainString(),
          "0",
          steps);
    }
    List<DecisionRecord.Check> checks = List.of();
    if (verdict.isPresent()) {
      checks = EntryGate.checks(verdict.get());
      lots = verdict.get().lots();
      steps = EntryGate.cut(book, 1, verdict.get(), steps);
      if (refusal.isPresent()) {
        return reject(book, side, reason, refusal.get(), steps, checks);
      }
    }
    Optional<BigDecimal> minimum = book.instrument.minNotional();
    if (minimum.isPresent()) {
      BigDecimal value = book.instrument.price(ticks).multiply(book.instrument.quantity(lots));
      if (value.compareTo(minimum.get()) < 0) {
        return reject(
            book,
            side,
            reason,
            "min_notional",
            minimum.get().toPlainString(),
            value.toPlainString(),
            steps);
      }
    }
    Order order = place(book, side, Order.Purpose.ENTRY, terms(book, plan), plan, reason, lots);
    if (gate.active()) {
      gate.entered(instrument, now);
    }
    if (observer.wantsDecisions()) {
      record(book, "enter", side, reason, order, steps, passedBalance(checks, book, 0, free));
    }
    return true;
  }

  private OrderTerms terms(Book book, EntryPlan plan) {
    EntryPlan.Route route = plan.route();
    if (route.kind() == EntryPlan.Kind.MARKET && route.lifetimeBars() == 0) {
      return OrderTerms.market();
    }
    return new OrderTerms(
        switch (route.kind()) {
          case MARKET -> OrderKind.MARKET;
          case LIMIT -> OrderKind.LIMIT;
          case STOP -> OrderKind.STOP;
          case STOP_LIMIT -> OrderKind.STOP_LIMIT;
        },
        route.limitTicks(),
        route.triggerTicks(),
        0,
        0,
        route.postOnly(),
        false,
        route.lifetimeBars() == 0 ? OrderTerms.NEVER : now + route.lifetimeBars() * book.barMillis);
  }

  @Override
  public void reduce(int instrument, long share, int reason) {
    Book book = books[instrument];
    long lots = Exact.mulDivFloor(Math.abs(book.lots), share, Exact.RATE_ONE);
    if (lots > 0 && !leaving(instrument)) {
      int side = book.side();
      Order order = place(book, -side, Order.Purpose.EXIT, reason, lots);
      record(book, "reduce", side, reason, order, List.of(), List.of());
    }
  }

  @Override
  public void exit(int instrument, int reason) {
    Book book = books[instrument];
    orders.cancelEntries(book, now);
    if (book.lots == 0 || leaving(instrument)) {
      return;
    }
    int side = book.side();
    orders.cancelRestingExits(book, now);
    Order order = place(book, -side, Order.Purpose.EXIT, reason, Math.abs(book.lots));
    if (observer.wantsDecisions()) {
      record(book, "exit", side, reason, order, List.of(), List.of());
    }
  }

  @Override
  public void closeNow(int instrument, long share, int reason) {
    Book book = books[instrument];
    long lots = Exact.mulDivFloor(Math.abs(book.lots), share, Exact.RATE_ONE);
    if (lots > 0 && !leaving(instrument)) {
      int side = book.side();
      Order order = place(book, -side, Order.Purpose.EXIT, reason, lots);
      closing.add(order);
      if (observer.wantsDecisions()) {
        record(book, "exit", side, reason, order, List.of(), List.of());
      }
    }
  }

  /** Orders of this pass that fill at the close it was made on. */
  List<Order> closing() {
    return closing;
  }

  @Override
  public void cancelWaiting(int instrument, int reason) {
    orders.cancelWaiting(books[instrument], reason, now);
  }

  @Override
  public void restExit(int instrument, int slot, ExitPlan plan) {
    Book book = books[instrument];
    if (book.lots == 0 || finalPass) {
      return;
    }
    boolean sent = exits.place(book, slot, plan, now, equity);
    if (sent && observer.wantsDecisions()) {
      Order order = book.resting.getLast();
      record(book, "protect", book.side(), plan.reason(), order, List.of(), List.of());
    }
  }

  @Override
  public double entryPrice(int instrument) {
    Book book = books[instrument];
    return book.meanEntryTicks() * book.tickSize;
  }

  @Override
  public long stopTicks(int instrument, int side, double price) {
    return ticks(instrument, side, price);
  }

  @Override
  public long limitTicks(int instrument, int side, double price) {
    return ticks(instrument, -side, price);
  }

  /** Rounds up for 1, down for -1, or to the nearest tick; a level all but on a tick is on it. */
  private long ticks(int instrument, int direction, double price) {
    double ticks = price / books[instrument].tickSize;
    if (!rules.outward()) {
      return (long) Math.rint(ticks);
    }
    return (long) (direction > 0 ? Math.ceil(ticks - ON_A_TICK) : Math.floor(ticks + ON_A_TICK));
  }

  @Override
  public boolean leaving(int instrument) {
    // A carry that is only made smaller does not leave.
    return hedges.isPresent() ? orders.leavingWhole(books[instrument]) : orders.leaving(instrument);
  }

  @Override
  public void cancelEntries(int instrument) {
    orders.cancelEntries(books[instrument], now);
  }

  @Override
  public boolean enterPair(int perpetual, int spot, int reason, double conviction) {
    Book perp = books[perpetual];
    Book coin = books[spot];
    if ((perp.paused | coin.paused) != 0) {
      return reject(perp, -1, reason, PAUSED, "armed", "paused", List.of());
    }
    PairStep step = PairStep.of(perp, coin);
    long exposure = sizer.cap().isPresent() ? exposure() : 0;
    long free = spendable();
    long notional = pairNotional(conviction, exposure, free);
    long higher =
        Math.max(
            perp.model.notional(step.perpetualLots(), perp.lastClose),
            coin.model.notional(step.spotLots(), coin.lastClose));
    long steps = notional / higher;
    List<DecisionRecord.SizingStep> sizing =
        observer.wantsDecisions()
            ? SizingSteps.pair(
                sizer, perp, conviction, exposure, notional, steps * step.perpetualLots())
            : List.of();
    if (sizer.left(exposure) == 0) {
      return capped(perp, -1, reason, exposure, sizing);
    }
    if (steps <= 0) {
      return reject(
          perp,
          -1,
          reason,
          "position_size_too_small",
          money(perp, higher),
          money(perp, notional),
          sizing);
    }
    List<DecisionRecord.Check> checks = List.of();
    if (gate.active()) {
      Verdict verdict = gate.assessPair(perp, coin, step, steps, now, equity);
      checks = EntryGate.checks(verdict);
      steps = verdict.lots();
      sizing = EntryGate.cut(perp, step.perpetualLots(), verdict, sizing);
      Optional<RiskCheck> refusal = verdict.refusal();
      if (refusal.isPresent()) {
        return reject(perp, -1, reason, refusal.get().name(), sizing, checks);
      }
    }
    long smallest =
        steps
            * Math.min(
                perp.model.notional(step.perpetualLots(), perp.lastClose),
                coin.model.notional(step.spotLots(), coin.lastClose));
    long minimum =
        minimum(perp)
            .max(minimum(coin))
            .movePointRight(Currency.digits(perp.instrument.quote()))
            .longValueExact();
    if (smallest < minimum) {
      return reject(
          perp, -1, reason, "min_notional", money(perp, minimum), money(perp, smallest), sizing);
    }
    long need = pairCost(perp, coin, step, steps, perp.lastClose, coin.lastClose);
    if (free < need - need / 2) {
      return reject(
          perp,
          -1,
          reason,
          "insufficient_balance",
          money(perp, need - need / 2),
          money(perp, free),
          sizing);
    }
    EntryPlan plan = EntryPlan.leg(conviction);
    Order order = enterLeg(perp, -1, plan, reason, steps * step.perpetualLots());
    enterLeg(coin, 1, plan, reason, steps * step.spotLots());
    if (gate.active()) {
      gate.entered(perpetual, now);
    }
    if (observer.wantsDecisions()) {
      record(
          perp,
          "enter",
          -1,
          reason,
          order,
          sizing,
          passedBalance(checks, perp, need - need / 2, free));
    }
    return true;
  }

  /** A conviction sizing's budget: what is wanted, left under the cap and free. */
  private long pairNotional(double conviction, long exposure, long free) {
    long wanted = sizer.notional(conviction);
    return sizer.cap().isPresent()
        ? Math.max(0, Math.min(wanted, Math.min(sizer.left(exposure), free)))
        : wanted;
  }

  private boolean capped(
      Book book, int side, int reason, long exposure, List<DecisionRecord.SizingStep> steps) {
    return reject(
        book,
        side,
        reason,
        "strategy_caps",
        money(book, sizer.cap().orElseThrow()),
        money(book, exposure),
        steps);
  }

  /** Entry value of all positions, of pairs their perpetuals, and of entries on their way. */
  private long exposure() {
    long sum = 0;
    for (Book book : books) {
      if (program.legs() != Legs.PERPETUAL_AND_SPOT || book.perpetual()) {
        sum = Math.addExact(sum, Math.abs(book.basis));
        sum = Math.addExact(sum, waiting(book, orders.atOpens));
        sum = Math.addExact(sum, waiting(book, book.resting));
      }
    }
    return sum;
  }

  /** Value of entries among the orders that are on their way. */
  static long waiting(Book book, List<Order> orders) {
    long sum = 0;
    for (Order order : orders) {
      if (order.instrument() == book.index && order.isEntry() && order.working()) {
        sum += book.model.notional(order.remainingLots(), order.referenceHalfTicks() / 2);
      }
    }
    return sum;
  }

  /**
   * Records that an entry was cut at its fill to what free cash pays for.
   *
   * @param wanted lots that would have been filled
   * @param lots lots that are
   * @param free money units
   */
  void cut(Book book, Order order, long millis, long wanted, long lots, long free) {
    if (!observer.wantsDecisions()) {
      return;
    }
    observer.decision(
        new DecisionRecord(
            millis,
            book.index,
            book.last,
            "cut",
            order.side(),
            program.reasons().get(order.reason()),
            order.number(),
            order.referenceHalfTicks(),
            order.equityBefore(),
            0,
            NOTHING_SEEN,
            SizingSteps.cut(book, wanted, lots, free),
            List.of(),
            Optional.empty()));
  }

  /**
   * Does what a person ordered, between the decisions of an instant and the opens there.
   *
   * @param equityNow money units
   */
  void obey(SessionScript.Command command, long millis, long equityNow) {
    now = millis;
    equity = equityNow;
    finalPass = false;
    switch (command.kind()) {
      case KILL -> {
        gate.kill(millis);
        flatten(0, books.length, gate.haltReason());
      }
      case RESET -> gate.reset(equityNow);
      case PAUSE -> pause(command, Book.BY_PERSON);
      case HOLD -> pause(command, Book.BY_PROGRAM);
      case RESUME -> resume(command, Book.BY_PERSON);
      case RELEASE -> resume(command, Book.BY_PROGRAM);
      case STOP -> {
        pause(command, Book.BY_PERSON);
        flatten(command.first(), command.end(), Reasons.STOPPED);
      }
    }
  }

  private void pause(SessionScript.Command command, int who) {
    for (int i = command.first(); i < command.end(); i++) {
      books[i].paused |= who;
      orders.cancelEntries(books[i], now);
    }
  }

  private void resume(SessionScript.Command command, int who) {
    for (int i = command.first(); i < command.end(); i++) {
      books[i].paused &= ~who;
    }
  }

  /** Cancels entries and closes what is held; after a breaker at each pass, until nothing is. */
  private void flatten(int first, int end, int reason) {
    for (int i = first; i < end; i++) {
      Book book = books[i];
      if (hedges.isPresent() && i % 2 == 0 && i + 1 < end && book.lots != 0) {
        closePair(book, books[++i], reason);
        continue;
      }
      orders.cancelEntries(book, now);
      if (book.lots != 0 && !leaving(book.index)) {
        int side = book.side();
        orders.cancelRestingExits(book, now);
        Order order = place(book, -side, Order.Purpose.EXIT, reason, Math.abs(book.lots));
        if (observer.wantsDecisions()) {
          record(book, "exit", side, reason, order, List.of(), List.of());
        }
      }
    }
  }

  private static BigDecimal minimum(Book book) {
    return book.instrument.minNotional().orElse(BigDecimal.valueOf(DEFAULT_MINIMUM));
  }

  /** Cash that both legs of a carry bind: spot with its fee, margin = notional, perpetual's fee. */
  static long pairCost(
      Book perp, Book coin, PairStep step, long steps, long perpTicks, long spotTicks) {
    long perpLots = steps * step.perpetualLots();
    long spotLots = coin.model.grossUp(steps * step.spotLots());
    long spot = coin.model.notional(spotLots, spotTicks) + coin.model.takerFee(spotLots, spotTicks);
    return spot
        + perp.model.notional(perpLots, perpTicks)
        + perp.model.takerFee(perpLots, perpTicks);
  }

  /** What entries still working will need, at the last closes. */
  private long reserved() {
    long sum = 0;
    for (Order order : orders.atOpens) {
      if (order.isEntry() && order.working()) {
        Book book = books[order.instrument()];
        sum +=
            book.model.notional(order.remainingLots(), book.lastClose)
                + book.model.takerFee(order.remainingLots(), book.lastClose);
      }
    }
    return sum;
  }

  @Override
  public void exitPair(int perpetual, int spot, int reason) {
    closePair(books[perpetual], books[spot], reason);
  }

  /** Closes both legs of a carry jointly, whatever of them works. */
  void closePair(Book perp, Book coin, int reason) {
    orders.cancelEntries(perp, now);
    orders.cancelEntries(coin, now);
    if (perp.lots == 0 || leaving(perp.index)) {
      return;
    }
    orders.cancelExits(perp, now);
    orders.cancelExits(coin, now);
    Order order = place(perp, 1, Order.Purpose.EXIT, reason, Math.abs(perp.lots));
    place(coin, -1, Order.Purpose.EXIT, reason, coin.lots);
    if (observer.wantsDecisions()) {
      record(perp, "exit", -1, reason, order, List.of(), List.of());
    }
  }

  /** Makes both legs of a carry smaller. */
  void reducePair(Book perp, Book coin, PairStep step, long steps, int reason) {
    Order order = place(perp, 1, Order.Purpose.EXIT, reason, steps * step.perpetualLots());
    place(coin, -1, Order.Purpose.EXIT, reason, steps * step.spotLots());
    if (observer.wantsDecisions()) {
      record(perp, "reduce", -1, reason, order, List.of(), List.of());
    }
  }

  /** Closes a leg whose other leg is gone. */
  void closeLeg(Book book, int reason) {
    orders.cancelEntries(book, now);
    if (leaving(book.index)) {
      return;
    }
    orders.cancelExits(book, now);
    int side = book.side();
    Order order = place(book, -side, Order.Purpose.EXIT, reason, Math.abs(book.lots));
    if (observer.wantsDecisions()) {
      record(book, "exit", side, reason, order, List.of(), List.of());
    }
  }

  /** Records something that was done without an order. */
  void note(
      Book book,
      String action,
      int reason,
      List<DecisionRecord.Check> checks,
      List<DecisionRecord.SizingStep> steps) {
    if (observer.wantsDecisions()) {
      observer.decision(
          new DecisionRecord(
              now,
              book.index,
              book.last,
              action,
              book.side(),
              Reasons.text(program, reason),
              0,
              2 * book.lastClose,
              equity,
              0,
              NOTHING_SEEN,
              steps,
              checks,
              Optional.empty()));
    }
  }

  /** Free cash that no entry on its way needs. */
  long spendable() {
    return freeCash() - reserved();
  }

  @Override
  public boolean enterLegs(int first, int second, int side, double hedgeRatio, int reason) {
    return named.enter(books[first], books[second], side, hedgeRatio, reason, equity);
  }

  @Override
  public void exitLegs(int first, int second, int reason) {
    named.exit(books[first], books[second], reason);
  }

  /** Whether decisions are to be written down. */
  boolean recording() {
    return observer.wantsDecisions();
  }

  @Override
  public void refuse(int instrument, int reason, String code, String limit, String value) {
    reject(books[instrument], 0, reason, code, limit, value, List.of());
  }

  /**
   * Whether the instrument's last entry was refused for the same reason: that is not told twice.
   */
  private static boolean repeats(Book book, String code) {
    return book.refusal == code.hashCode();
  }

  boolean reject(
      Book book,
      int side,
      int reason,
      String code,
      String limit,
      String value,
      List<DecisionRecord.SizingStep> sizing) {
    return reject(
        book,
        side,
        reason,
        code,
        sizing,
        List.of(new DecisionRecord.Check(code, limit, value, false)));
  }

  boolean reject(
      Book book,
      int side,
      int reason,
      String code,
      List<DecisionRecord.SizingStep> sizing,
      List<DecisionRecord.Check> checks) {
    if (!repeats(book, code)) {
      book.refusal = code.hashCode();
      if (observer.wantsDecisions()) {
        observer.decision(
            new DecisionRecord(
                now,
                book.index,
                book.last,
                "refuse",
                side,
                program.reasons().get(reason),
                0,
                2 * book.lastClose,
                equity,
                0,
                saw(book),
                sizing,
                checks,
                Optional.of(code)));
      }
    }
    return false;
  }

  Order place(Book book, int side, Order.Purpose purpose, int reason, long lots) {
    OrderTerms terms =
        purpose == Order.Purpose.ENTRY ? OrderTerms.market() : OrderTerms.marketExit();
    return place(book, side, purpose, terms, EntryPlan.MARKET, reason, lots);
  }

  private Order enterLeg(Book book, int side, EntryPlan plan, int reason, long lots) {
    return place(book, side, Order.Purpose.ENTRY, terms(book, plan), plan, reason, lots);
  }

  private Order place(
      Book book,
      int side,
      Order.Purpose purpose,
      OrderTerms terms,
      EntryPlan plan,
      int reason,
      long lots) {
    Order order =
        new Order(
            ++orders.placed,
            book.index,
            side,
            purpose,
            terms,
            plan,
            0,
            reason,
            reference(book, terms),
            now,
            lots,
            book.lots,
            equity);
    if (!finalPass) {
      orders.send(order, now);
    }
    book.refusal = -1;
    return order;
  }

  /** The price the strategy set, else the mid as it decides; half ticks. */
  private static long reference(Book book, OrderTerms terms) {
    return 2
        * switch (terms.kind()) {
          case LIMIT -> terms.limitTicks();
          case STOP, STOP_LIMIT, TRAILING -> terms.triggerTicks();
          case MARKET -> book.lastClose;
        };
  }

  void record(
      Book book,
      String action,
      int side,
      int reason,
      Order order,
      List<DecisionRecord.SizingStep> sizing,
      List<DecisionRecord.Check> checks) {
    long notional = book.model.notional(order.requestedLots(), book.lastClose);
    long cost =
        book.model.costs().taker().times(notional)
            + Exact.mulDivHalfEven(notional, book.model.flatCost(), Exact.RATE_ONE);
    observer.decision(
        new DecisionRecord(
            now,
            book.index,
            book.last,
            action,
            side,
            Reasons.text(program, reason),
            order.number(),
            order.referenceHalfTicks(),
            equity,
            cost,
            saw(book),
            sizing,
            checks,
            Optional.empty()));
  }

  private static List<DecisionRecord.Check> passedBalance(
      List<DecisionRecord.Check> before, Book book, long limit, long free) {
    List<DecisionRecord.Check> all = new ArrayList<>(before);
    all.add(
        new DecisionRecord.Check(
            "insufficient_balance", money(book, limit), money(book, free), true));
    return List.copyOf(all);
  }

  private Explanation saw(Book book) {
    return program.explain(
        book.index, book.last, book.side(), barsInTrade(book.index), entryPrice(book.index));
  }

  static String money(Book book, long units) {
    return Exact.decimal(units, Currency.digits(book.instrument.quote()))
        .stripTrailingZeros()
        .toPlainString();
  }
}
