package org.candlewright.ui.builder;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.candlewright.strategy.Sentence;
import org.candlewright.ui.Nodes;

/** The strategy as readable blocks with their fields. */
final class StrategyPane extends VBox {
  private final StrategyViewModel model;
  private final VBox blocks = new VBox();

  StrategyPane(StrategyViewModel model) {
    this.model = model;
    getStyleClass().addAll("panel", "strategy-pane");
    ComboBox<String> templates = new ComboBox<>();
    templates.setId("templates");
    templates.getItems().setAll(model.templates());
    templates.setMaxWidth(Double.MAX_VALUE);
    templates.valueProperty().bindBidirectional(model.templateProperty());
    HBox.setHgrow(templates, Priority.ALWAYS);
    HBox bar = Nodes.bar("toolbar", templates);
    blocks.getStyleClass().add("blocks");
    ScrollPane scroll = new ScrollPane(blocks);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(bar, scroll);
    model.blocks().addListener((ListChangeListener<Object>) change -> rebuild());
    rebuild();
  }

  private void rebuild() {
    blocks.getChildren().setAll(model.blocks().stream().map(StrategyPane::card).toList());
  }

  private static VBox card(StrategyViewModel.StrategyBlock block) {
    VBox card = new VBox();
    card.getStyleClass().addAll("block", accent(block.sentence()));
    card.getChildren().addAll(Nodes.label(title(block.sentence()), "small", "faint"));
    card.getChildren().add(sentence(block.sentence()));
    for (ParameterField field : block.fields()) {
      card.getChildren().addAll(field(field));
    }
    return card;
  }

  private static String title(Sentence sentence) {
    return switch (sentence.block()) {
      case ENTRY -> "Entry";
      case EXIT -> "Exit";
      case PROTECT -> "Protect";
      case SIZE -> "Size";
    };
  }

  /** The colour of the block's edge: the side it enters, or what it is about. */
  private static String accent(Sentence sentence) {
    if (sentence.block() == Sentence.Block.PROTECT) {
      return "block-protect";
    }
    return sentence.block() != Sentence.Block.ENTRY
        ? "block-neutral"
        : sentence.parts().stream().anyMatch(part -> part.style() == Sentence.Style.LONG)
            ? "block-long"
            : "block-short";
  }

  private static TextFlow sentence(Sentence sentence) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("sentence");
    for (Sentence.Part part : sentence.parts()) {
      flow.getChildren().add(text(part));
    }
    return flow;
  }

  private static Text text(Sentence.Part part) {
    Text text = new Text();
    switch (part.style()) {
      case PLAIN -> text.setText(part.text());
      case NAME -> {
        text.setText(part.text());
        text.getStyleClass().add("strong");
      }
      case LONG -> {
        text.setText("▲ " + part.text());
        text.getStyleClass().add("long");
      }
      case SHORT -> {
        text.setText("▼ " + part.text());
        text.getStyleClass().add("short");
      }
    }
    return text;
  }

  private static List<javafx.scene.Node> field(ParameterField field) {
    TextField input = new TextField();
    input.setId("parameter-" + field.name());
    input.getStyleClass().add("number");
    input.setPrefWidth(72);
    input.setMinWidth(72);
    input.textProperty().bindBidirectional(field.textProperty());
    Label unit = Nodes.label(field.unit(), "small", "faint");
    unit.setPrefWidth(56);
    Label label = Nodes.label(field.label(), "soft");
    label.setLabelFor(input);
    HBox row = Nodes.row(8, label, Nodes.spring(), input, unit);
    row.getStyleClass().add("field-row");
    Label help = Nodes.paragraph(field.help(), "small", "faint", "help");
    Label problem = Nodes.paragraph("", "small", "loss", "problem");
    problem.setId("problem-" + field.name());
    Nodes.show(help, false);
    Nodes.show(problem, false);
    input
        .focusedProperty()
        .addListener(
            (property, before, now) ->
                Nodes.show(help, now && field.problemProperty().get().isEmpty()));
    field
        .problemProperty()
        .addListener(
            (property, before, now) -> {
              problem.setText(now);
              Nodes.show(problem, !now.isEmpty());
              Nodes.show(help, now.isEmpty() && input.isFocused());
              input.getStyleClass().remove("wrong");
              if (!now.isEmpty()) {
                input.getStyleClass().add("wrong");
              }
            });
    return List.of(row, help, problem);
  }
}
