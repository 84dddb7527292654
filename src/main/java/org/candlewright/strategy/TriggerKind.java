package org.candlewright.strategy;

/**
 * A registered trigger: file form, sentences and documentation come from here.
 *
 * @param name name in strategy files
 * @param group name of the signal it belongs to, its own where it is one by itself
 * @param help one sentence
 * @param formula when it fires, its strength and its confidence
 */
record TriggerKind(
    String name, String group, String label, String help, String formula, Trigger trigger) {

  /** Whether a word of a file means it: its own name or its signal's. */
  boolean goesBy(String word) {
    return word.equals(name) || word.equals(group);
  }
}
