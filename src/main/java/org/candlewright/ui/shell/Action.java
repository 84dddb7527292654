package org.candlewright.ui.shell;

/**
 * Something the window can do, as the command palette lists it.
 *
 * @param name starts with a verb
 * @param keys shortcut as people write it; empty for none
 */
public record Action(String name, String keys, Runnable run) {}
