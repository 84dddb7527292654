package org.candlewright.strategy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.candlewright.market.InputException;
import org.candlewright.market.InstrumentId;
import org.candlewright.market.Period;

/** The file form of a strategy that is traded by hand from some moment on. */
final class BranchJson {
  private static final String[] FIELDS = {"schema", "kind", "name", "from", "base", "actions"};

  private BranchJson() {}

  /**
   * Reads it.
   *
   * @param base what the field of that name holds
   */
  static BranchStrategy read(JsonReader root, StrategyDefinition base) {
    root.object(FIELDS);
    List<BranchStrategy.Action> actions = new ArrayList<>();
    for (JsonReader each : root.required("actions").list()) {
      each.object("time", "instrument", "do");
      actions.add(
          new BranchStrategy.Action(
              time(each.required("time")),
              InstrumentId.parse(each.required("instrument").text()),
              deed(each.required("do"))));
    }
    return new BranchStrategy(
        root.required("name").text(), base, time(root.required("from")), actions);
  }

  private static long time(JsonReader at) {
    try {
      return Period.parseTime(at.text());
    } catch (InputException e) {
      throw at.error("'" + at.text() + "' is no time", "Write one such as 2021-05-19T12:00:00Z");
    }
  }

  private static BranchStrategy.Deed deed(JsonReader at) {
    return Arrays.stream(BranchStrategy.Deed.values())
        .filter(each -> each.word().equals(at.text()))
        .findFirst()
        .orElseThrow(
            () ->
                at.error(
                    "'" + at.text() + "' cannot be done",
                    "Use "
                        + Arrays.stream(BranchStrategy.Deed.values())
                            .map(BranchStrategy.Deed::word)
                            .collect(Collectors.joining(", "))));
  }

  /** Writes what the other kinds have not. */
  static void write(BranchStrategy strategy, ObjectNode base, ObjectNode out) {
    out.put("from", Instant.ofEpochMilli(strategy.fromMillis()).toString());
    out.set("base", base);
    ArrayNode actions = out.putArray("actions");
    strategy
        .actions()
        .forEach(
            each ->
                actions
                    .addObject()
                    .put("time", Instant.ofEpochMilli(each.timeMillis()).toString())
                    .put("instrument", each.instrument().toString())
                    .put("do", each.deed().word()));
  }
}
