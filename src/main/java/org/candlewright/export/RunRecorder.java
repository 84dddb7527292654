package org.candlewright.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import org.candlewright.backtest.DecisionDocument;
import org.candlewright.backtest.RefusedTrade;
import org.candlewright.backtest.RunPlan;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.engine.Ledger;
import org.candlewright.engine.RunObserver;
import org.candlewright.engine.simulation.FillModel;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.market.InstrumentData;
import org.candlewright.market.Period;

/** Writes equity, ledger and decisions of a run while it runs. */
public final class RunRecorder implements RunObserver {
  private final RunPlan plan;
  private final DecisionDocument document;
  private final List<Instrument> instruments;
  private final int digits;
  private final Csv equity = new Csv("time", "equity", "drawdown");
  private final Csv ledger =
      new Csv("sequence", "time", "entry", "account", "currency", "amount", "reference");
  private final StringBuilder decisions = new StringBuilder();

  /** Lines that wait for what the refused entries would have brought. */
  private final List<ObjectNode> lines = new ArrayList<>();

  private final List<Refused> refused = new ArrayList<>();
  private long postings;
  private final DoubleConsumer progress;
  private long peak;

  private record Refused(DecisionRecord decision, ObjectNode line) {}

  public RunRecorder(RunPlan plan) {
    this(plan, share -> {});
  }

  /**
   * @param progress gets the share of the period done, 0 to 1
   */
  RunRecorder(RunPlan plan, DoubleConsumer progress) {
    this.plan = plan;
    this.document = new DecisionDocument(plan);
    this.progress = progress;
    this.instruments = plan.setup().instruments().stream().map(InstrumentData::instrument).toList();
    this.digits = Currency.digits(instruments.getFirst().quote());
    this.peak = Exact.scaled(plan.setup().capital(), digits);
  }

  /** The plan of the run that it watches. */
  public RunPlan plan() {
    return plan;
  }

  @Override
  public boolean wantsEquity() {
    return true;
  }

  @Override
  public void equity(long timeMillis, long units) {
    peak = Math.max(peak, units);
    BigDecimal drawdown =
        BigDecimal.valueOf(peak - units)
            .divide(BigDecimal.valueOf(peak), 12, RoundingMode.HALF_EVEN);
    equity.row(
        Csv.time(timeMillis), Csv.number(Exact.decimal(units, digits)), Csv.number(drawdown));
    Period period = plan.setup().period();
    progress.accept(
        (double) (timeMillis - period.fromMillis()) / (period.toMillis() - period.fromMillis()));
  }

  @Override
  public boolean wantsPostings() {
    return true;
  }

  @Override
  public void posting(long entry, long timeMillis, int account, long amount, String reference) {
    int of = Ledger.instrumentOf(account);
    String name = Ledger.nameOf(account);
    boolean base = Ledger.countsBase(account);
    String currency = instruments.getFirst().quote();
    int places = digits;
    if (of >= 0) {
      Instrument instrument = instruments.get(of);
      if (!name.equals("fees")) {
        name += ":" + instrument.id();
      }
      if (base) {
        currency = instrument.base();
        places =
            FillModel.coinDigits(
                instruments.stream()
                    .filter(each -> each.base().equals(instrument.base()))
                    .toList());
      }
    }
    ledger.row(
        Long.toString(++postings),
        Csv.time(timeMillis),
        Long.toString(entry),
        name,
        currency,
        Csv.number(Exact.decimal(amount, places)),
        reference);
  }

  @Override
  public boolean wantsDecisions() {
    return true;
  }

  @Override
  public void decision(DecisionRecord decision) {
    ObjectNode out = document.of(decision);
    if (RefusedTrade.answers(plan, decision)) {
      refused.add(new Refused(decision, out));
    }
    if (!refused.isEmpty()) {
      lines.add(out);
    } else {
      decisions.append(out).append('\n');
    }
  }

  /** Where profiles refuse: what each refused entry would have brought, put to its line. */
  private void value() {
    RefusedTrade trades = new RefusedTrade(plan);
    for (Refused each : refused) {
      OptionalLong net = trades.net(each.decision());
      if (net.isPresent()) {
        each.line().put("forgone_pnl", Csv.number(Exact.decimal(net.getAsLong(), digits)));
      } else {
        each.line().putNull("forgone_pnl");
      }
    }
  }

  byte[] equityCsv() {
    return equity.bytes();
  }

  byte[] ledgerCsv() {
    return ledger.bytes();
  }

  byte[] decisionLines() {
    if (!refused.isEmpty()) {
      value();
    }
    lines.forEach(line -> decisions.append(line).append('\n'));
    lines.clear();
    refused.clear();
    return decisions.toString().getBytes(StandardCharsets.UTF_8);
  }
}
