package org.candlewright.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.candlewright.backtest.ExplanationJson;
import org.candlewright.backtest.RefusedTrade;
import org.candlewright.engine.DecisionRecord;
import org.candlewright.market.Currency;
import org.candlewright.market.Exact;
import org.candlewright.market.Instrument;
import org.candlewright.strategy.Explanation;

/** The decision at a bar in words and numbers, or why there was none. */
public final class ExplainDocument {
  private static final MathContext READABLE = new MathContext(8, RoundingMode.HALF_EVEN);

  private final Instrument instrument;
  private final long timeMillis;
  private final Optional<DecisionRecord> decision;
  private final Optional<Explanation> saw;
  private final String position;
  private final Optional<BigDecimal> forgone;

  private ExplainDocument(
      Instrument instrument,
      long timeMillis,
      Optional<DecisionRecord> decision,
      Optional<Explanation> saw,
      String position,
      Optional<BigDecimal> forgone) {
    this.forgone = forgone;
    this.instrument = instrument;
    this.timeMillis = timeMillis;
    this.decision = decision;
    this.saw = saw;
    this.position = position;
  }

  /** Explains what was done with an instrument at a moment. */
  public static ExplainDocument of(ReplayRun run, Moment moment, int instrument) {
    Optional<DecisionRecord> decision = moment.decision(instrument);
    return new ExplainDocument(
        run.tracks().get(instrument).instrument(),
        moment.timeMillis(),
        decision,
        decision.map(DecisionRecord::saw).or(() -> moment.explanations().get(instrument)),
        position(moment, instrument),
        decision.flatMap(made -> forgone(run, made)));
  }

  /** What an entry that was refused would have brought. */
  private static Optional<BigDecimal> forgone(ReplayRun run, DecisionRecord decision) {
    if (!RefusedTrade.answers(run.plan(), decision)) {
      return Optional.empty();
    }
    OptionalLong net = new RefusedTrade(run.plan()).net(decision);
    int digits = Currency.digits(run.tracks().getFirst().instrument().quote());
    return net.isPresent()
        ? Optional.of(Exact.decimal(net.getAsLong(), digits).stripTrailingZeros())
        : Optional.empty();
  }

  private static String position(Moment moment, int instrument) {
    return moment.state().positions().stream()
        .filter(each -> each.instrument() == instrument && each.lots() != 0)
        .map(each -> each.lots() > 0 ? "long" : "short")
        .findFirst()
        .orElse("flat");
  }

  /** As JSON, keys in a fixed order. */
  public ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("time", Instant.ofEpochMilli(timeMillis).toString());
    out.put("instrument", instrument.id().toString());
    out.put("position", position);
    out.put("action", decision.map(DecisionRecord::action).orElse("none"));
    out.put("side", decision.map(each -> side(each.side())).orElse(null));
    out.put("reason", decision.map(DecisionRecord::reason).orElse(null));
    out.put("refusal", decision.flatMap(DecisionRecord::refusal).orElse(null));
    out.put("forgone_pnl", forgone.orElse(null));
    ObjectNode inputs = out.putObject("inputs");
    ArrayNode rules = out.putArray("rules");
    ArrayNode failing = out.putArray("failing");
    saw.ifPresent(
        seen -> {
          seen.inputs().forEach(input -> ExplanationJson.put(inputs, input.name(), input.value()));
          seen.rules().forEach(rule -> rules.add(ExplanationJson.condition(rule)));
          WhyNot.of(seen).forEach(failure -> failing.add(failure(failure)));
        });
    ArrayNode sizing = out.putArray("sizing");
    ArrayNode checks = out.putArray("risk_checks");
    decision.ifPresent(
        made -> {
          ExplanationJson.sizing(made.sizing(), sizing);
          ExplanationJson.checks(made.checks(), checks);
        });
    out.put("text", String.join("\n", lines()));
    return out;
  }

  private static ObjectNode failure(WhyNot.Failure failure) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("rule", failure.rule());
    out.put("condition", failure.condition().text());
    ExplanationJson.put(out, "left", failure.condition().left());
    ExplanationJson.put(out, "right", failure.condition().right());
    ExplanationJson.put(out, "gap", failure.gap());
    return out;
  }

  /** In words, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(instrument.id() + " at " + Instant.ofEpochMilli(timeMillis) + ": " + headline());
    saw.ifPresentOrElse(
        seen -> {
          for (Explanation.Input input : seen.inputs()) {
            lines.add("  " + input.name() + " = " + number(input.value()) + unit(input.unit()));
          }
          seen.rules().forEach(rule -> describe(rule, 1, lines));
          if (decision.isEmpty()) {
            whyNot(seen, lines);
          }
        },
        () -> lines.add("  no bar of the instrument ended then"));
    decision.ifPresent(
        made -> {
          made.checks()
              .forEach(
                  check ->
                      lines.add(
                          "  check "
                              + check.name()
                              + (check.passed() ? " passed: " : " failed: ")
                              + check.value()
                              + ", limit "
                              + check.limit()));
          made.sizing()
              .forEach(
                  step ->
                      lines.add(
                          "  size: " + step.name() + " = " + step.value() + unit(step.unit())));
          lines.add(
              "  expected cost "
                  + Exact.decimal(made.expectedCost(), Currency.digits(instrument.quote()))
                      .stripTrailingZeros()
                      .toPlainString()
                  + " "
                  + instrument.quote());
        });
    forgone.ifPresent(net -> lines.add("  " + forgone(net)));
    return lines;
  }

  private String forgone(BigDecimal net) {
    return net.signum() < 0
        ? "the refusal saved " + net.negate().toPlainString() + " " + instrument.quote()
        : "the refusal cost " + net.toPlainString() + " " + instrument.quote();
  }

  private String headline() {
    return decision
        .map(
            made ->
                made.refusal()
                    .map(code -> "entry refused by " + code + " (" + made.reason() + ")")
                    .orElseGet(
                        () -> made.action() + " " + side(made.side()) + " (" + made.reason() + ")"))
        .orElse("nothing was done, position " + position);
  }

  private static void describe(Explanation.Condition condition, int depth, List<String> lines) {
    lines.add(
        "  ".repeat(depth)
            + (condition.holds() ? "true  " : "false ")
            + condition.text()
            + numbers(condition));
    condition.parts().forEach(part -> describe(part, depth + 1, lines));
  }

  private static String numbers(Explanation.Condition condition) {
    return Double.isNaN(condition.left()) && Double.isNaN(condition.right())
        ? ""
        : ": " + number(condition.left()) + " and " + number(condition.right());
  }

  private static void whyNot(Explanation seen, List<String> lines) {
    for (WhyNot.Failure failure : WhyNot.of(seen)) {
      lines.add(
          "  why not "
              + failure.rule()
              + ": "
              + failure.condition().text()
              + " is false"
              + (Double.isNaN(failure.gap()) ? "" : ", apart by " + number(failure.gap())));
    }
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value, READABLE).stripTrailingZeros().toPlainString()
        : "unknown";
  }

  private static String unit(String unit) {
    return unit.isEmpty() ? "" : " " + unit;
  }

  private static String side(int side) {
    return side > 0 ? "long" : side < 0 ? "short" : "none";
  }
}
