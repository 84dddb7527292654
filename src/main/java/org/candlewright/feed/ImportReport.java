package org.candlewright.feed;

import java.util.List;

/**
 * What an import did.
 *
 * @param rowsRead data rows in the file
 * @param stored rows that were new
 * @param duplicates rows that were there already, in the file or in the store
 * @param gaps stretches of missing bars in the file
 * @param firstMillis first time in the file
 * @param lastMillis last time in the file
 */
public record ImportReport(
    String file,
    long rowsRead,
    long stored,
    long duplicates,
    long gaps,
    long firstMillis,
    long lastMillis,
    List<Oddity> oddities) {

  /** Something worth knowing that was no reason to refuse the file; lines count from 1. */
  public record Oddity(long line, String kind, String text) {}
}
