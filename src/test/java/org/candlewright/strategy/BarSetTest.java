package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A set of bars answers as a plain column of truth values does. */
class BarSetTest {
  @Property
  void the_next_bar_is_the_first_that_is_in(
      @ForAll @Size(min = 1, max = 200) boolean[] column,
      @ForAll @IntRange(max = 199) int from,
      @ForAll @IntRange(max = 200) int to) {
    BarSet set = set(column);
    int begin = Math.min(from, column.length);
    int end = Math.min(to, column.length);
    int expected = begin;
    while (expected < end && !column[expected]) {
      expected++;
    }
    assertThat(set.next(begin, end)).isEqualTo(begin >= end ? end : expected);
  }

  @Property
  void every_bar_is_in_a_full_set_and_none_beyond_the_block(
      @ForAll @IntRange(min = 1, max = 200) int size) {
    BarSet set = new BarSet();
    set.resize(size);
    set.fill();
    for (int bar = 0; bar < size; bar++) {
      assertThat(set.has(bar)).isTrue();
    }
    assertThat(set.next(size, size)).isEqualTo(size);
    set.put(size - 1, false);
    assertThat(set.has(size - 1)).isFalse();
  }

  @Property
  void sets_are_joined_and_cut_bar_by_bar(
      @ForAll @Size(150) boolean[] first, @ForAll @Size(150) boolean[] second) {
    BarSet both = set(first);
    both.retain(set(second));
    BarSet either = set(first);
    either.add(set(second));
    for (int bar = 0; bar < 150; bar++) {
      assertThat(both.has(bar)).isEqualTo(first[bar] && second[bar]);
      assertThat(either.has(bar)).isEqualTo(first[bar] || second[bar]);
    }
  }

  private static BarSet set(boolean[] column) {
    BarSet set = new BarSet();
    set.resize(column.length);
    for (int bar = 0; bar < column.length; bar++) {
      set.put(bar, column[bar]);
    }
    return set;
  }
}
