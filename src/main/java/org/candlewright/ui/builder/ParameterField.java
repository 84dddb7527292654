package org.candlewright.ui.builder;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.candlewright.strategy.Parameter;
import org.candlewright.ui.format.Numbers;

/** A field made from a parameter's declaration, checked as it is typed. */
public final class ParameterField {
  private final Parameter declaration;
  private final StringProperty text;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  ParameterField(Parameter declaration) {
    this.declaration = declaration;
    this.text = new SimpleStringProperty(declaration.value().toPlainString());
    text.addListener((property, before, now) -> problem.set(check(now)));
  }

  public String name() {
    return declaration.name();
  }

  public String label() {
    return declaration.label();
  }

  public String unit() {
    return declaration.unit();
  }

  /** What it does, its range and default, in one line. */
  public String help() {
    return declaration.help()
        + " "
        + range()
        + ", default "
        + Numbers.exact(declaration.byDefault())
        + ".";
  }

  public StringProperty textProperty() {
    return text;
  }

  /** What is wrong with the text; empty if nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The value typed; empty if it is none that the declaration allows. */
  public Optional<BigDecimal> value() {
    return check(text.get()).isEmpty() ? number(text.get()) : Optional.empty();
  }

  private String check(String typed) {
    Optional<BigDecimal> value = number(typed);
    if (value.isEmpty()) {
      return "Not a number. " + range() + ".";
    }
    if (declaration.integer() && value.get().stripTrailingZeros().scale() > 0) {
      return "Whole numbers only. " + range() + ".";
    }
    return value.get().compareTo(declaration.min()) < 0
            || value.get().compareTo(declaration.max()) > 0
        ? "Out of range. " + range() + "."
        : "";
  }

  private String range() {
    return Numbers.exact(declaration.min()) + " to " + Numbers.exact(declaration.max());
  }

  private static Optional<BigDecimal> number(String typed) {
    try {
      return Optional.of(new BigDecimal(typed.strip().replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
