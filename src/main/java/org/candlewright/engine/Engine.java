package org.candlewright.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.candlewright.engine.risk.RiskEngine;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.engine.simulation.FillRules;
import org.candlewright.market.BarSeries;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.InputException;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;
import org.candlewright.market.StateReader;
import org.candlewright.market.StateWriter;
import org.candlewright.strategy.Legs;
import org.candlewright.strategy.StrategyProgram;

/**
 * The deterministic core: walks the instants of a run in the order of DESIGN 3. Between instants on
 * which anything can happen it only marks, in a tight loop; indicators are computed a block ahead
 * of the walk, and nothing of a block can reach a decision before its bar has ended.
 */
public final class Engine {
  private final StrategyProgram program;
  private final RunObserver observer;
  private final EngineSetup setup;
  private final Book[] books;
  private final Ledger ledger;
  private final Performance performance;
  private final RunLog log = new RunLog();
  private final Desk desk;
  private final Booking booking;
  private final RiskEngine risk;
  private final WorkingOrders orders;
  private final OpenFills openFills;
  private final InsideBars insideBars;
  private final SessionScript script;
  private long lastInstant;
  private final Optional<HedgeWatch> hedges;
  private long now = Long.MIN_VALUE;

  /** Whether the engine stands between the decision pass of {@link #now} and the opens there. */
  private boolean opensDue;

  private long pauseAt = Long.MAX_VALUE;
  private boolean started;

  /** How many commands of the script have been done. */
  private int obeyed;

  private boolean finished;

  public Engine(EngineSetup setup, RunObserver observer) {
    this.setup = setup;
    this.observer = observer;
    this.program = setup.program();
    this.script = setup.script();
    this.books = books(setup);
    String quote = quote(setup);
    this.ledger = new Ledger(books.length, observer);
    long capital = Exact.scaled(setup.capital(), Currency.digits(quote));
    long first = Long.MAX_VALUE;
    boolean pairs = false;
    for (Book book : books) {
      first = Math.min(first, book.openTimes[book.start]);
      pairs |=
          book.index > 0
              && !book.perpetual()
              && books[book.index - 1].instrument.id().spot().equals(book.instrument.id())
              && books[book.index - 1].perpetual();
    }
    this.lastInstant = lastInstant();
    this.performance = new Performance(capital, first);
    FillRules rules = setup.rules();
    this.risk = new RiskEngine(setup.risk(), books.length, capital, Currency.digits(quote));
    this.booking = new Booking(ledger, performance, log, program.closeRule(), risk);
    Sizer sizer = new Sizer(setup.sizing(), setup.leverage(), units(), quote, booking.recent());
    boolean hedged = pairs && program.legs() == Legs.PERPETUAL_AND_SPOT;
    MarginLine line = new MarginLine(sizer.leverage());
    this.hedges = hedged ? Optional.of(new HedgeWatch(books, booking, line)) : Optional.empty();
    for (Book book : books) {
      book.ownWallet = hedged && book.perpetual();
      book.firstLeg = hedged && !book.perpetual() ? books[book.index - 1] : null;
    }
    this.orders = new WorkingOrders(books, rules, line, observer);
    this.desk = new Desk(books, ledger, sizer, program, orders, rules, risk, hedges, observer);
    Brackets brackets = new Brackets(orders);
    Execution execution = new Execution(desk, orders, brackets, booking, sizer, rules);
    this.openFills =
        new OpenFills(
            books,
            desk,
            orders,
            execution,
            booking,
            hedged,
            legFills(execution, sizer),
            rules.faults());
    Liquidation liquidation = new Liquidation(orders, booking, line);
    this.insideBars =
        new InsideBars(
            orders,
            liquidation,
            new Intrabar(orders, brackets, execution, liquidation, rules, books[0]));
  }

  /** When the data end, as far as that is known. */
  private long lastInstant() {
    if (script.ending() == SessionScript.Ending.GROWS) {
      return Long.MAX_VALUE;
    }
    long last = Long.MIN_VALUE;
    for (Book book : books) {
      last = Math.max(last, book.endTime(book.end - 1));
    }
    return last;
  }

  /** Takes note of what series and script have got since, and of how the data end. */
  public void extend() {
    for (Book book : books) {
      book.end = lastBar(book.bars, setup.period());
      book.model.extend();
    }
    lastInstant = lastInstant();
  }

  private static int lastBar(BarSeries bars, Period period) {
    int size = bars.size();
    return size > 0 && bars.endTime(size - 1) <= period.toMillis()
        ? size
        : Math.min(size, bars.lastEndedAt(period.toMillis()) + 1);
  }

  /** Units among which equity is shared: instruments, or pairs where those are named. */
  private int units() {
    return program.legs() == Legs.NAMED_PAIR ? books.length / 2 : books.length;
  }

  private Optional<LegFills> legFills(Execution execution, Sizer sizer) {
    return program.legs() == Legs.NAMED_PAIR
        ? Optional.of(new LegFills(desk, orders, execution, sizer))
        : Optional.empty();
  }

  private static String quote(EngineSetup setup) {
    List<String> quotes =
        setup.instruments().stream().map(data -> data.instrument().quote()).distinct().toList();
    if (quotes.size() != 1) {
      throw new InputException(
          "the instruments are quoted in different currencies: " + quotes,
          "Run those of one quote currency together");
    }
    return quotes.getFirst();
  }

  private static Book[] books(EngineSetup setup) {
    Book[] books = new Book[setup.instruments().size()];
    for (int i = 0; i < books.length; i++) {
      InstrumentData data = setup.instruments().get(i);
      Period period = setup.period();
      int start = data.bars().firstAtOrAfter(period.fromMillis());
      int end = lastBar(data.bars(), period);
      if (end <= start) {
        throw new InputException(
            "no bars of "
                + data.instrument().id()
                + " at "
                + data.bars().timeframe()
                + " lie in the period",
            "See `candlewright data` for what is stored");
      }
      String base = data.instrument().base();
      List<Instrument> sameBase =
          setup.instruments().stream()
              .map(InstrumentData::instrument)
              .filter(each -> each.base().equals(base))
              .collect(Collectors.toList());
      FillModel model =
          new FillModel(
              data.instrument(),
              setup.costs().get(i),
              data.bars(),
              FillModel.coinDigits(sameBase),
              setup.rules());
      books[i] =
          new Book(i, data, model, Math.max(0, start - setup.program().warmUpBars()), start, end);
    }
    return books;
  }

  /**
   * Runs to the end.
   *
   * @param cancelled asked once a block; a cancelled run throws {@link CancelledRunException}
   */
  public void run(BooleanSupplier cancelled) {
    while (!finished) {
      if (cancelled.getAsBoolean()) {
        throw new CancelledRunException();
      }
      runBlock();
    }
  }

  /**
   * Runs until the decision pass of an instant is done and the opens there are not yet worked: what
   * state at that time means. At the last instant it runs to the end, closes included. Stopping
   * changes no result.
   *
   * @param instant end of a bar, epoch milliseconds
   */
  public void runTo(long instant) {
    pauseAt = instant;
    while (!finished && now < instant) {
      runBlock();
    }
    pauseAt = Long.MAX_VALUE;
  }

  /** Runs one block of bars. */
  public void runBlock() {
    if (!started) {
      start();
    }
    if (opensDue) {
      opensDue = false;
      obey();
      fillOpens(now);
    }
    long horizon = Math.min(horizon(), pauseAt);
    for (Book book : books) {
      int to = book.next;
      if (book.next < book.end && book.endTime(book.next) <= horizon) {
        to = Math.min(book.end, book.bars.lastEndedAt(horizon) + 1);
        program.update(book.index, book.next, to);
        observer.block(program, book.index, book.next, to);
        book.model.approach(book.next, to);
      }
      book.blockEnd = to;
      seekDecision(book);
    }
    long instant;
    do {
      instant = Math.min(horizon, nextInstant());
      markBefore(instant);
      process(instant);
    } while (instant < horizon);
    if (horizon >= lastInstant) {
      finish();
    }
  }

  private void start() {
    started = true;
    for (Book book : books) {
      for (int from = book.warmStart; from < book.start; from += setup.blockSize()) {
        program.update(book.index, from, Math.min(book.start, from + setup.blockSize()));
      }
    }
    ledger.begin(books[0].openTimes[books[0].start], "deposit");
    ledger.post(Ledger.CASH, performance.capital);
    ledger.post(Ledger.CAPITAL, -performance.capital);
    ledger.end();
  }

  private long horizon() {
    long horizon = lastInstant;
    for (Book book : books) {
      if (book.next < book.end) {
        long blockTo = Math.min(book.end, (long) book.next + setup.blockSize());
        horizon = Math.min(horizon, book.endTime((int) blockTo - 1));
      }
    }
    return horizon;
  }

  /** Looks for the next decision again only where the last answer no longer holds. */
  private void seekDecision(Book book) {
    int side = book.side();
    if (book.soughtSide != side
        || book.soughtEnd != book.blockEnd
        || book.decisionBar < book.next) {
      book.soughtSide = side;
      book.soughtEnd = book.blockEnd;
      book.decisionBar =
          book.next >= book.blockEnd
              ? book.blockEnd
              : program.nextDecision(book.index, book.next, book.blockEnd, side);
    }
  }

  /** The next instant at which anything but marking can happen. */
  private long nextInstant() {
    long instant = performance.nextMidnight;
    if (obeyed < script.commands().size()) {
      instant = Math.min(instant, script.commands().get(obeyed).timeMillis());
    }
    boolean watchesLosses = risk.active();
    for (Book book : books) {
      if (book.openOrders > 0) {
        int open = book.nextOpen(now);
        if (open < book.end) {
          instant = Math.min(instant, book.openTime(open));
        }
        if (book.next < book.blockEnd) {
          instant = Math.min(instant, book.endTime(book.next));
        }
      } else if (book.decisionBar < book.blockEnd) {
        instant = Math.min(instant, book.endTime(book.decisionBar));
      }
      if (watchesLosses && book.lots != 0 && book.next < book.blockEnd) {
        instant = Math.min(instant, book.endTime(book.next));
      }
      instant = Math.min(instant, insideBars.next(book));
      if (book.lots != 0 && book.nextSettlement < book.funding.size()) {
        instant = Math.min(instant, book.funding.time(book.nextSettlement));
      }
    }
    return instant;
  }

  /** Marks the bars that end before the instant; nothing else happens on them. */
  private void markBefore(long instant) {
    while (books.length > 1 || log.awaitsRow()) {
      long earliest = Long.MAX_VALUE;
      for (Book book : books) {
        if (book.next < book.blockEnd) {
          earliest = Math.min(earliest, book.endTime(book.next));
        }
      }
      if (earliest >= instant) {
        return;
      }
      close(earliest);
      row(earliest);
    }
    markOne(books[0], instant);
  }

  private void markOne(Book book, long instant) {
    int from = book.next;
    int to = book.endedBefore(instant);
    if (to == from) {
      return;
    }
    performance.rows += to - from;
    boolean watched = observer.wantsEquity();
    if (book.lots == 0 && book.dustCoins == 0) {
      if (watched) {
        observer.equityAlong(book.bars, from, to, performance.lastEquity, 0);
      }
      book.lastClose = book.closes[to - 1];
    } else if (book.dustCoins == 0) {
      markHeld(book, from, to, watched);
    } else {
      markWithDust(book, from, to, watched);
    }
    book.next = to;
    book.last = to - 1;
  }

  private void markHeld(Book book, int from, int to, boolean watched) {
    performance.exposedRows += to - from;
    long slope = Math.multiplyExact(book.lots, book.unit);
    long base = ledger.cash() - (book.perpetual() ? book.basis : 0);
    long[] closes = book.closes;
    long peak = performance.peak();
    long alarm = performance.alarm();
    long equity = performance.lastEquity;
    for (int i = from; i < to; i++) {
      equity = Math.addExact(base, Math.multiplyExact(slope, closes[i]));
      if (equity > peak || equity < alarm) {
        performance.mark(equity);
        peak = performance.peak();
        alarm = performance.alarm();
      }
    }
    if (watched) {
      observer.equityAlong(book.bars, from, to, base, slope);
    }
    book.lastClose = closes[to - 1];
    performance.lastEquity = equity;
  }

  /** What a coin's dust is worth is rounded at each bar: equity is no line over the price. */
  private void markWithDust(Book book, int from, int to, boolean watched) {
    performance.exposedRows += book.lots != 0 ? to - from : 0;
    long equity = performance.lastEquity;
    for (int i = from; i < to; i++) {
      book.lastClose = book.closes[i];
      equity = Math.addExact(ledger.cash(), book.openValue());
      performance.mark(equity);
      if (watched) {
        observer.equity(book.endTime(i), equity);
      }
    }
    performance.lastEquity = equity;
  }

  private void process(long instant) {
    now = instant;
    for (Book book : books) {
      settleUntil(book, instant - 1);
      if (insideBars.work(book, instant)) {
        seekDecision(book);
      }
    }
    for (Book book : books) {
      settleUntil(book, instant);
    }
    boolean closed = close(instant);
    boolean ends = instant == lastInstant;
    boolean last = ends && script.ending() == SessionScript.Ending.CLOSES;
    if (closed) {
      long equity = last ? equity() : row(instant);
      if (risk.active()) {
        risk.mark(instant, equity);
      }
      desk.pass(instant, equity, last);
      if (!last && !orders.atOpens.isEmpty()) {
        openFills.fillAtClose(instant, setup.rules().atClose() ? orders.atOpens : desk.closing());
      }
      for (Book book : books) {
        seekDecision(book);
      }
    }
    if (last) {
      return;
    }
    if (instant == performance.nextMidnight) {
      long equity = equity();
      performance.endDay(instant, edgeMarked(), equity);
      risk.midnight(instant, equity);
    }
    if (ends) {
      obey();
      return;
    }
    if (instant == pauseAt) {
      opensDue = true;
      return;
    }
    obey();
    fillOpens(instant);
  }

  /**
   * Does at once what people have ordered since the decisions of the last instant. Whether this is
   * called changes no result: the engine obeys before it goes on in any case.
   */
  public void obey() {
    List<SessionScript.Command> commands = script.commands();
    boolean any = false;
    while (obeyed < commands.size() && commands.get(obeyed).timeMillis() <= now) {
      desk.obey(commands.get(obeyed++), now, equity());
      any = true;
    }
    for (int i = 0; any && i < books.length; i++) {
      seekDecision(books[i]);
    }
  }

  private void fillOpens(long instant) {
    if (orders.atOpens.isEmpty()) {
      return;
    }
    openFills.fill(instant);
    for (Book book : books) {
      seekDecision(book);
    }
  }

  private void settleUntil(Book book, long instant) {
    while (book.nextSettlement < book.funding.size()
        && book.funding.time(book.nextSettlement) <= instant) {
      if (book.lots != 0) {
        booking.settle(book, book.nextSettlement);
        insideBars.settled(book, book.nextSettlement);
      }
      book.nextSettlement++;
    }
  }

  /** Publishes the closes of bars ending at the instant; whether there were any. */
  private boolean close(long instant) {
    boolean any = false;
    for (Book book : books) {
      book.closedNow = book.next < book.blockEnd && book.endTime(book.next) == instant;
      if (book.closedNow) {
        book.last = book.next++;
        book.lastClose = book.closes[book.last];
        any = true;
      }
    }
    return any;
  }

  /** A row of the run's clock: equity at the closes just published. */
  private long row(long instant) {
    long equity = equity();
    performance.rows++;
    performance.lastEquity = equity;
    for (Book book : books) {
      if (book.lots != 0) {
        performance.exposedRows++;
        break;
      }
    }
    performance.mark(equity);
    if (log.awaitsRow()) {
      log.completeWithRow(equity, books);
    }
    if (observer.wantsEquity()) {
      observer.equity(instant, equity);
    }
    return equity;
  }

  /** Equity now: cash and what positions and dust are worth at their last closes, money units. */
  public long equity() {
    long equity = ledger.cash();
    for (Book book : books) {
      equity = Math.addExact(equity, book.openValue());
    }
    return equity;
  }

  /** Σ signed quantity × last close, dust included: the mark in edge. */
  private long edgeMarked() {
    long sum = 0;
    for (Book book : books) {
      sum =
          Math.addExact(
              sum, Math.multiplyExact(Math.multiplyExact(book.lots, book.unit), book.lastClose));
      sum = Math.addExact(sum, book.model.coinValue(book.dustCoins, book.lastClose));
    }
    return sum;
  }

  private void finish() {
    finished = true;
    if (script.ending() == SessionScript.Ending.STAYS_OPEN) {
      return;
    }
    if (!setup.keepOpen()) {
      openFills.closeAll(lastInstant, equity());
    }
    row(lastInstant);
    long midnight = Math.ceilDiv(lastInstant, Performance.DAY) * Performance.DAY;
    performance.endDay(midnight, edgeMarked(), equity());
  }

  /** Leaves a session as it stands at the last instant; its script says that it stays open. */
  public void suspend() {
    obey();
    finished = true;
  }

  /** Lets one entry in whatever the risk checks say of it: to see what would have come of it. */
  public void waive(long timeMillis, int instrument) {
    risk.waive(timeMillis, instrument);
  }

  public boolean finished() {
    return finished;
  }

  /** The last instant worked, epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
  public long timeMillis() {
    return now;
  }

  /** Everything that is held, works and is owed now. */
  public EngineState state() {
    return new StateReport(books, desk, ledger, performance, program).at(now, equity());
  }

  public RunLog log() {
    return log;
  }

  public List<DayRow> days() {
    return performance.days;
  }

  /** Figures of the run so far. */
  public EngineSummary summary() {
    long open = 0;
    for (Book book : books) {
      open += book.openValue();
    }
    return new EngineSummary(
        performance.capital,
        equity(),
        performance.worstFall(),
        performance.worstPeak(),
        performance.rows,
        performance.exposedRows,
        performance.fees,
        performance.funding,
        performance.slippage,
        open,
        orders.placed,
        java.util.Arrays.stream(books)
            .mapToInt(book -> book.start - book.warmStart)
            .min()
            .orElse(0),
        risk.halt(),
        hedges.map(HedgeWatch::margin));
  }

  /** Engine state as words: what {@link #restore} takes in an engine of the same setup. */
  public long[] checkpoint() {
    if (!started) {
      start();
    }
    StateWriter out = new StateWriter();
    program.save(out);
    ledger.save(out);
    performance.save(out);
    out.putLong(now);
    out.putLong(opensDue ? 1 : 0);
    booking.recent().save(out);
    risk.save(out);
    orders.save(out);
    hedges.ifPresent(each -> each.save(out));
    for (Book book : books) {
      book.save(out);
    }
    return out.toWords();
  }

  /** Goes on from a checkpoint taken at a block's border. */
  public void restore(long[] words) {
    StateReader in = new StateReader(words);
    program.restore(in);
    ledger.restore(in);
    performance.restore(in);
    now = in.getLong();
    opensDue = in.getLong() != 0;
    booking.recent().restore(in);
    risk.restore(in);
    orders.restore(in);
    hedges.ifPresent(each -> each.restore(in));
    for (Book book : books) {
      book.restore(in, orders.atOpens);
      orders.tidy(book);
    }
    if (!in.exhausted()) {
      throw new IllegalStateException("the checkpoint is of another run");
    }
    obeyed = script.from(opensDue ? now : now + 1);
    started = true;
  }

  /** A checkpoint with everything the run has left behind so far: what {@link #goOn} takes. */
  public long[] snapshot() {
    StateWriter out = new StateWriter();
    long[] state = checkpoint();
    out.putLongs(state, state.length);
    log.save(out);
    performance.saveDays(out);
    return out.toWords();
  }

  /** Goes on, in a new engine of the same setup, as if it had run to the snapshot itself. */
  public void goOn(long[] snapshot) {
    StateReader in = new StateReader(snapshot);
    long[] state = new long[in.getInt()];
    for (int i = 0; i < state.length; i++) {
      state[i] = in.getLong();
    }
    restore(state);
    log.restore(in);
    performance.restoreDays(in);
    if (!in.exhausted()) {
      throw new IllegalStateException("the snapshot is of another run");
    }
  }
}
