package org.candlewright.ui.explorer;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.backtest.MarketStore;
import org.candlewright.strategy.Strategies;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.work.BackgroundWork;

/**
 * What Explorer works with.
 *
 * @param nanos a clock, nanoseconds
 * @param failures gets what nobody expected, for the log
 */
public record ExplorerServices(
    MarketStore market,
    FundingRanking ranking,
    Strategies strategies,
    OpenBuilder builder,
    BackgroundWork work,
    LongSupplier nanos,
    Consumer<Throwable> failures) {}
