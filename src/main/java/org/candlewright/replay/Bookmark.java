package org.candlewright.replay;

/**
 * A place in a run worth coming back to.
 *
 * @param timeMillis of the playhead, epoch milliseconds
 * @param note what a person wrote about it, may be empty
 */
public record Bookmark(long timeMillis, String note) {}
