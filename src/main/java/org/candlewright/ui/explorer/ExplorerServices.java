package org.candlewright.ui.explorer;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.candlewright.analytics.funding.FundingRanking;
import org.candlewright.analytics.pairs.ScreeningStore;
import org.candlewright.backtest.MarketStore;
import org.candlewright.feed.DataLibrary;
import org.candlewright.strategy.Strategies;
import org.candlewright.ui.OpenBuilder;
import org.candlewright.ui.work.BackgroundWork;

/**
 * What Explorer works with.
 *
 * @param millis a clock, epoch milliseconds UTC
 * @param failures gets what nobody expected, for the log
 */
public record ExplorerServices(
    MarketStore market,
    FundingRanking ranking,
    ScreeningStore screenings,
    DataLibrary data,
    Strategies strategies,
    OpenBuilder builder,
    BackgroundWork work,
    LongSupplier millis,
    Consumer<Throwable> failures) {}
