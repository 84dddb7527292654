package org.candlewright.trading.journal;

import java.util.zip.CRC32C;

/** A stretch of the journal as it is stored. */
public final class JournalBlock {
  private final long first;
  private final long last;
  private final long checksum;
  private final byte[] payload;

  /**
   * @param first sequence of its first record
   * @param last sequence of its last
   * @param checksum CRC32C of the payload as it was written
   * @param payload its records, one behind the other
   */
  public JournalBlock(long first, long last, long checksum, byte[] payload) {
    this.first = first;
    this.last = last;
    this.checksum = checksum;
    this.payload = payload;
  }

  static JournalBlock of(long first, long last, byte[] payload) {
    return new JournalBlock(first, last, checksum(payload), payload);
  }

  private static long checksum(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload, 0, payload.length);
    return crc.getValue();
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  public long checksum() {
    return checksum;
  }

  /** Its records as bytes; not to be written to. */
  public byte[] payload() {
    return payload;
  }

  /** Whether the payload is what was written. */
  boolean whole() {
    return checksum(payload) == checksum;
  }
}
