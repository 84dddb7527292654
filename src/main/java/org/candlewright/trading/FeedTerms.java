package org.candlewright.trading;

/**
 * What a session's inputs come from, so that it can go on with the same.
 *
 * @param source {@code demo} or {@code stored}
 * @param events how many bars and settlements it takes at most
 */
public record FeedTerms(String source, long events) {}
