package org.candlewright.backtest;

import java.util.List;
import org.candlewright.engine.DayRow;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.RunLog;

/** A finished run: its plan, what happened, and the figures. */
public record BacktestResult(
    RunPlan plan,
    RunLog log,
    List<DayRow> days,
    EngineSummary summary,
    List<Trade> trades,
    Metrics metrics) {}
