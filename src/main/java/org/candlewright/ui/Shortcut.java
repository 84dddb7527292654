package org.candlewright.ui;

/**
 * A key of a view, for the overview that F1 shows.
 *
 * @param keys as people write them: {@code Shift+←}
 * @param action what it does, starting with a verb
 */
public record Shortcut(String keys, String action) {}
