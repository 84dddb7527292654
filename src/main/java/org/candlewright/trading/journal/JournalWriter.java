package org.candlewright.trading.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends records and commits them in groups on a thread of its own: at least every {@value
 * #COMMIT_MILLIS} ms, when a block is full, and whenever somebody has to know that what was
 * appended is on disk. A group that cannot be written stays and is tried again, so that a disk that
 * was full for a while costs nothing but time.
 */
public final class JournalWriter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());
  private static final long COMMIT_MILLIS = 100;
  private static final int BLOCK_BYTES = 1 << 18;

  /** Bytes that may wait before the one who appends has to. */
  private static final int MOST_WAITING = 1 << 25;

  private final JournalStore store;
  private final String run;
  private final RecordCodec codec = new RecordCodec();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition done = lock.newCondition();
  private final Thread thread;

  private ByteBuffer filling = ByteBuffer.allocate(BLOCK_BYTES);
  private long sequence;
  private long firstFilling;
  private long onDisk;
  private boolean wanted;
  private boolean closing;
  private Optional<JournalException> failure = Optional.empty();
  private Optional<KeptState> toKeep = Optional.empty();

  /**
   * @param lastSequence of the journal so far
   */
  public JournalWriter(JournalStore store, String run, long lastSequence) {
    this.store = store;
    this.run = run;
    this.sequence = lastSequence;
    this.firstFilling = lastSequence + 1;
    this.onDisk = lastSequence;
    this.thread = new Thread(this::commit, "journal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Appends a record and returns its sequence; it will be on disk within a moment. */
  public long append(RecordKind kind, long timeMillis, BodyWriter body) {
    return append(kind, timeMillis, body.array(), body.size());
  }

  /** The same for a content that is at hand as bytes. */
  public long append(RecordKind kind, long timeMillis, byte[] body) {
    return append(kind, timeMillis, body, body.length);
  }

  private long append(RecordKind kind, long timeMillis, byte[] body, int length) {
    lock.lock();
    try {
      int size = RecordCodec.HEAD + length;
      while (filling.position() + size > MOST_WAITING && failure.isEmpty() && !closing) {
        wanted = true;
        work.signal();
        done.awaitUninterruptibly();
      }
      if (filling.remaining() < size) {
        filling = grown(filling, size);
      }
      codec.write(filling, ++sequence, kind, timeMillis, body, length);
      if (filling.position() >= BLOCK_BYTES && !wanted) {
        wanted = true;
        work.signal();
      }
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  private static ByteBuffer grown(ByteBuffer buffer, int more) {
    ByteBuffer larger =
        ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + more));
    return larger.put(buffer.flip());
  }

  /**
   * Waits until everything appended so far is on disk.
   *
   * @throws JournalException if the last attempt to write failed; the records are kept and tried
   *     again
   */
  public void force() {
    lock.lock();
    try {
      long mark = sequence;
      failure = Optional.empty();
      while (onDisk < mark) {
        if (failure.isPresent()) {
          throw failure.get();
        }
        if (!thread.isAlive()) {
          throw new JournalException("the journal is closed", new IllegalStateException());
        }
        wanted = true;
        work.signal();
        done.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps a state once everything it follows from is on disk; one that is still waiting gives way.
   * If it cannot be kept, nothing is lost but time at the next start.
   */
  public void keep(KeptState state) {
    lock.lock();
    try {
      toKeep = Optional.of(state);
    } finally {
      lock.unlock();
    }
  }

  private void keepWhatIsOnDisk() {
    Optional<KeptState> ready;
    lock.lock();
    try {
      ready = toKeep.filter(state -> state.sequence() <= onDisk);
      toKeep = ready.isPresent() ? Optional.empty() : toKeep;
    } finally {
      lock.unlock();
    }
    if (ready.isEmpty()) {
      return;
    }
    try {
      store.keep(run, ready.get());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a session's state was not kept", e);
    }
  }

  /** Why the last attempt to write failed; empty once one has succeeded. */
  public Optional<String> failure() {
    lock.lock();
    try {
      return failure.map(Throwable::getMessage);
    } finally {
      lock.unlock();
    }
  }

  /** Sequence of the last record appended. */
  public long lastSequence() {
    lock.lock();
    try {
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  private void commit() {
    ByteBuffer spare = ByteBuffer.allocate(BLOCK_BYTES);
    while (true) {
      ByteBuffer full;
      long first;
      long last;
      lock.lock();
      try {
        waitForWork();
        if (filling.position() == 0) {
          if (closing) {
            done.signalAll();
            return;
          }
          continue;
        }
        full = filling;
        first = firstFilling;
        last = sequence;
        filling = spare.clear();
        firstFilling = last + 1;
        wanted = false;
      } finally {
        lock.unlock();
      }
      if (!write(first, last, full.flip())) {
        return;
      }
      spare = full;
      keepWhatIsOnDisk();
    }
  }

  private void waitForWork() {
    if (wanted || closing) {
      return;
    }
    try {
      // Either way there is a look at what waits: a spurious wake-up does no harm.
      boolean signalled = work.await(COMMIT_MILLIS, TimeUnit.MILLISECONDS);
      wanted |= signalled;
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Writes a group, however often it takes; false if it was given up because of closing. */
  private boolean write(long first, long last, ByteBuffer bytes) {
    byte[] payload = new byte[bytes.remaining()];
    bytes.get(payload);
    JournalBlock block = JournalBlock.of(first, last, payload);
    while (true) {
      Optional<JournalException> problem = attempt(block);
      lock.lock();
      try {
        failure = problem;
        onDisk = problem.isEmpty() ? last : onDisk;
        done.signalAll();
        if (problem.isEmpty()) {
          return true;
        }
        if (closing) {
          return false;
        }
        boolean signalled = work.await(COMMIT_MILLIS, TimeUnit.MILLISECONDS);
        wanted |= signalled;
      } catch (InterruptedException e) {
        return false;
      } finally {
        lock.unlock();
      }
    }
  }

  private Optional<JournalException> attempt(JournalBlock block) {
    try {
      store.append(run, block);
      return Optional.empty();
    } catch (JournalException e) {
      return Optional.of(e);
    } catch (RuntimeException e) {
      return Optional.of(new JournalException("the journal cannot be written: " + e, e));
    }
  }

  /** Writes what waits and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
      done.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
