package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.candlewright.market.InputException;
import org.candlewright.strategy.Parameter;
import org.candlewright.strategy.Sentence;
import org.candlewright.strategy.Sentences;
import org.candlewright.strategy.Strategies;
import org.candlewright.strategy.StrategyDefinition;

/** The strategy being built: a template, its blocks in words, its parameters. */
public final class StrategyViewModel {
  private final Strategies strategies;
  private final StringProperty template = new SimpleStringProperty("");
  private final ObservableList<StrategyBlock> blocks = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<StrategyDefinition>> strategy =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<StrategyDefinition> base = Optional.empty();

  /**
   * A block and its fields; a parameter appears in the first block that mentions it.
   *
   * @param sentence what it does in words
   */
  public record StrategyBlock(Sentence sentence, List<ParameterField> fields) {}

  StrategyViewModel(Strategies strategies) {
    this.strategies = strategies;
    template.addListener(
        (property, before, now) -> strategies.template(now).ifPresent(this::begin));
  }

  public List<String> templates() {
    return strategies.templateNames();
  }

  /** Name of the template picked. */
  public StringProperty templateProperty() {
    return template;
  }

  public ObservableList<StrategyBlock> blocks() {
    return blocks;
  }

  /** The strategy as the fields say; empty while something is wrong. */
  public ReadOnlyObjectProperty<Optional<StrategyDefinition>> strategyProperty() {
    return strategy.getReadOnlyProperty();
  }

  /** What is wrong between the fields; empty if nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Shows a strategy that comes from elsewhere, such as a stored run. */
  void show(StrategyDefinition definition) {
    if (strategies.templateNames().contains(definition.name())) {
      template.set(definition.name());
    }
    begin(definition);
  }

  private void begin(StrategyDefinition definition) {
    base = Optional.of(definition);
    Map<String, ParameterField> fields = new LinkedHashMap<>();
    for (Parameter parameter : definition.parameters()) {
      ParameterField field = new ParameterField(parameter);
      field.textProperty().addListener((property, before, now) -> update());
      fields.put(parameter.name(), field);
    }
    List<StrategyBlock> shown = new ArrayList<>();
    for (Sentence sentence : Sentences.of(definition)) {
      shown.add(
          new StrategyBlock(
              sentence,
              sentence.parameters().stream()
                  .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
                  .toList()));
    }
    blocks.setAll(shown);
    update();
  }

  private void update() {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (StrategyBlock block : blocks) {
      for (ParameterField field : block.fields()) {
        Optional<BigDecimal> value = field.value();
        if (value.isEmpty()) {
          refuse(field.label() + ": " + field.problemProperty().get());
          return;
        }
        values.put(field.name(), value.get());
      }
    }
    try {
      problem.set("");
      strategy.set(base.map(definition -> definition.withParameters(values)));
    } catch (InputException e) {
      refuse(e.remedy());
    }
  }

  private void refuse(String why) {
    problem.set(why);
    strategy.set(Optional.empty());
  }
}
