package org.candlewright.ui.work;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A running piece of background work, as the window shows it. */
public final class WorkItem {
  private static final double NANOS = 1e9;
  private static final double ALMOST_DONE = 0.999;

  private final String title;
  private final long startNanos;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");

  WorkItem(String title, long startNanos) {
    this.title = title;
    this.startNanos = startNanos;
  }

  public String title() {
    return title;
  }

  /** Share done, 0 to 1. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** Share and remaining time in words. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Asks the work to stop; what it would have left is dropped. */
  public void cancel() {
    cancelled.set(true);
    detail.set("stopping");
  }

  boolean cancelled() {
    return cancelled.get();
  }

  void advance(double to, long nowNanos) {
    if (cancelled()) {
      return;
    }
    double done = Math.clamp(to, 0, 1);
    share.set(done);
    double seconds = (nowNanos - startNanos) / NANOS;
    String text = Math.round(done * 100) + " %";
    if (done > 0 && done < ALMOST_DONE && seconds > 1) {
      text += ", " + remaining(seconds / done * (1 - done)) + " left";
    }
    detail.set(text);
  }

  private static String remaining(double seconds) {
    return seconds < 90
        ? Math.max(1, Math.round(seconds)) + " s"
        : Math.round(seconds / 60) + " min";
  }
}
