package org.candlewright.replay;

/**
 * Engine state at a block's border.
 *
 * @param timeMillis the instant after whose opens it was taken
 */
record Checkpoint(long timeMillis, long[] words, LastLines lines) {}
