package org.candlewright.trading.journal;

import java.util.Arrays;
import java.util.Objects;

/** A record of the journal: its number, what it is, when in engine time, and its content. */
public final class JournalRecord {
  private final long sequence;
  private final RecordKind kind;
  private final long timeMillis;
  private final byte[] body;

  /**
   * @param sequence from 1, without gaps
   * @param timeMillis engine time, epoch milliseconds
   */
  public JournalRecord(long sequence, RecordKind kind, long timeMillis, byte[] body) {
    this(body.clone(), sequence, kind, timeMillis);
  }

  private JournalRecord(byte[] body, long sequence, RecordKind kind, long timeMillis) {
    this.sequence = sequence;
    this.kind = kind;
    this.timeMillis = timeMillis;
    this.body = body;
  }

  /** The same over a content that nobody else has. */
  static JournalRecord over(byte[] body, long sequence, RecordKind kind, long timeMillis) {
    return new JournalRecord(body, sequence, kind, timeMillis);
  }

  public long sequence() {
    return sequence;
  }

  public RecordKind kind() {
    return kind;
  }

  public long timeMillis() {
    return timeMillis;
  }

  /** Its content; not to be written to. */
  byte[] bytes() {
    return body;
  }

  /** A reader of its content. */
  public BodyReader body() {
    return new BodyReader(body);
  }

  /** Whether it says the same as another, whatever their numbers. */
  public boolean saysTheSameAs(JournalRecord other) {
    return kind == other.kind && timeMillis == other.timeMillis && Arrays.equals(body, other.body);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JournalRecord that && sequence == that.sequence && saysTheSameAs(that);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sequence, kind, timeMillis, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "record " + sequence + " " + kind + " at " + timeMillis;
  }
}
