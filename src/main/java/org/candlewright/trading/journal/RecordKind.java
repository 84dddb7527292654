package org.candlewright.trading.journal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a journal record holds. Codes are on disk and never change their meaning. */
public enum RecordKind {
  /** Strategy, configuration and data of the session: {@code run.json}. */
  RUN_STARTED(1, true),
  /** A bar, as it came; before the first instant one of the history. */
  BAR(2, true),
  /** A bar of the mark price. */
  MARK_BAR(3, true),
  /** A funding settlement. */
  SETTLEMENT(4, true),
  /** All bars that end at an instant have come: the engine goes there. */
  INSTANT(5, true),
  /** A command of a person. */
  COMMAND(6, true),
  /** A bar that was left out, and why. */
  REFUSED_INPUT(7, false),
  /** A decision with all it saw. */
  DECISION(16, false),
  /** An order as it was meant, before it is sent. */
  ORDER_INTENT(17, false),
  /** An order has been handed to the exchange. */
  ORDER_SENT(18, false),
  /** What became of an order. */
  ORDER_EVENT(19, false),
  /** A fill. */
  FILL(20, false),
  /** A posting to the ledger. */
  LEDGER_ENTRY(21, false),
  /** Trading was killed, halted, reset, paused or resumed. */
  MODE_CHANGE(22, false),
  /** Something a person should know. */
  ALERT(23, false),
  /** The session started again from its journal. */
  RECOVERED(24, false),
  /** The session is over. */
  RUN_ENDED(25, false);

  private static final Map<Integer, RecordKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(RecordKind::code, Function.identity()));

  private final int code;
  private final boolean input;

  RecordKind(int code, boolean input) {
    this.code = code;
    this.input = input;
  }

  int code() {
    return code;
  }

  /** Whether state follows from it; the others follow from inputs. */
  public boolean input() {
    return input;
  }

  static Optional<RecordKind> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
