package org.candlewright.engine;

import java.math.BigDecimal;

/**
 * What the perpetual wallet of a carry went through.
 *
 * @param transfers how often the spot wallet paid into it to keep the buffer
 * @param transferred how much, money units
 * @param reductions how often both legs were made smaller because the spot wallet had too little
 * @param highestRate highest maintenance-margin rate at a close; 1 means taken over
 * @param highestStressedRate the same had price stood half higher
 */
public record CarryMargin(
    long transfers,
    long transferred,
    long reductions,
    BigDecimal highestRate,
    BigDecimal highestStressedRate) {}
