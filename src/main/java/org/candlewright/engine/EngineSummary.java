package org.candlewright.engine;

import java.util.Optional;
import org.candlewright.engine.risk.RiskHalt;

/**
 * Figures of a run, money units of the account's currency.
 *
 * @param worstFall largest fall below the running peak of equity, measured relative to that peak
 * @param worstPeak the peak it fell from
 * @param rows bars of the run's clock
 * @param exposedRows those with a position
 * @param openValue what open positions and dust add to cash
 * @param warmUpBars bars before the start that warmed up the indicators, the fewest of any
 *     instrument
 * @param halt when and why a breaker ended trading
 * @param carry what the perpetual wallet of a carry went through
 */
public record EngineSummary(
    long capital,
    long equity,
    long worstFall,
    long worstPeak,
    long rows,
    long exposedRows,
    long fees,
    long funding,
    long slippage,
    long openValue,
    long orders,
    int warmUpBars,
    Optional<RiskHalt> halt,
    Optional<CarryMargin> carry) {}
