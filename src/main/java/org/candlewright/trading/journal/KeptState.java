package org.candlewright.trading.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * State of a session as it followed from its journal up to a record: spares working the inputs
 * before. It is no part of the journal, and may be lost or damaged without harm.
 */
public final class KeptState {
  private final long sequence;
  private final String version;
  private final long checksum;
  private final byte[] payload;

  /**
   * @param sequence of the last record it follows from
   * @param version of the program that wrote it
   * @param checksum CRC32C of the payload as it was written
   * @param payload words of 64 bits, big-endian
   */
  public KeptState(long sequence, String version, long checksum, byte[] payload) {
    this.sequence = sequence;
    this.version = version;
    this.checksum = checksum;
    this.payload = payload;
  }

  /** Keeps words as they are now. */
  public static KeptState of(long sequence, String version, long[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
    bytes.asLongBuffer().put(words);
    return new KeptState(sequence, version, checksum(bytes.array()), bytes.array());
  }

  private static long checksum(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload, 0, payload.length);
    return crc.getValue();
  }

  public long sequence() {
    return sequence;
  }

  public String version() {
    return version;
  }

  public long checksum() {
    return checksum;
  }

  /** Its words as bytes; not to be written to. */
  public byte[] payload() {
    return payload;
  }

  /** Its words; empty if they are not what that version of the program wrote. */
  public Optional<long[]> words(String reader) {
    if (!version.equals(reader)
        || payload.length % Long.BYTES != 0
        || checksum(payload) != checksum) {
      return Optional.empty();
    }
    long[] words = new long[payload.length / Long.BYTES];
    ByteBuffer.wrap(payload).asLongBuffer().get(words);
    return Optional.of(words);
  }
}
