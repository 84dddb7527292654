package org.candlewright.backtest;

import java.util.List;
import org.candlewright.analytics.MetricTable;
import org.candlewright.analytics.RunView;
import org.candlewright.engine.DayRow;
import org.candlewright.engine.EngineSummary;
import org.candlewright.engine.RunLog;

/**
 * A finished run: its plan, what happened, and the figures.
 *
 * @param view what metrics, breakdowns and tables are made from
 */
public record BacktestResult(
    RunPlan plan,
    RunLog log,
    List<DayRow> days,
    EngineSummary summary,
    List<Trade> trades,
    RunView view,
    MetricTable metrics) {}
