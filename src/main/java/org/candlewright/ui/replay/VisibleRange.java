package org.candlewright.ui.replay;

import org.candlewright.replay.Rows;

/**
 * The stretch of time that the panes show.
 *
 * @param fromMillis left edge, epoch milliseconds
 * @param toMillis right edge
 */
public record VisibleRange(long fromMillis, long toMillis) {
  private static final int BARS = 150;
  private static final int FEWEST_BARS = 12;
  private static final double HEAD_AT = 0.94;
  private static final double LEFTMOST = 0.04;

  /** As many bars as read well, the playhead near the right edge. */
  static VisibleRange of(LoadedRun run, int row) {
    long span = Math.min(BARS * run.barMillis(), whole(run).span() * 2);
    return withHeadAt(run.run().rows().time(row), span, HEAD_AT).within(run);
  }

  static VisibleRange whole(LoadedRun run) {
    Rows rows = run.run().rows();
    return new VisibleRange(rows.time(0) - run.barMillis(), rows.time(rows.size() - 1));
  }

  private static VisibleRange withHeadAt(long head, long span, double share) {
    long from = head - (long) (span * share);
    return new VisibleRange(from, from + span);
  }

  public long span() {
    return toMillis - fromMillis;
  }

  /** Moves only as far as the playhead needs to stay in view. */
  VisibleRange following(LoadedRun run, int row) {
    long head = run.run().rows().time(row);
    double at = (double) (head - fromMillis) / span();
    if (at > HEAD_AT) {
      return withHeadAt(head, span(), HEAD_AT);
    }
    return at < LEFTMOST ? withHeadAt(head, span(), at < -1 ? HEAD_AT : LEFTMOST) : this;
  }

  VisibleRange zoomed(double factor, long around) {
    double left = (around - fromMillis) * factor;
    double right = (toMillis - around) * factor;
    return new VisibleRange(around - (long) left, around + (long) right);
  }

  /** Neither less than some bars nor much more than the run. */
  VisibleRange within(LoadedRun run) {
    VisibleRange whole = whole(run);
    long least = FEWEST_BARS * run.barMillis();
    long most = Math.max(least, (long) (whole.span() * 1.15));
    long span = Math.clamp(span(), least, most);
    long middle = fromMillis + span() / 2;
    long from =
        Math.clamp(
            middle - span / 2,
            whole.fromMillis() - span,
            Math.max(whole.fromMillis() - span, whole.toMillis()));
    return new VisibleRange(from, from + span);
  }
}
