package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.candlewright.ui.Toolkits;
import org.candlewright.ui.positions.Pace;
import org.candlewright.ui.shell.WindowState;
import org.candlewright.ui.shell.Workstation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session on paper as a person leads it in the window. */
class PositionsByHandTest {
  @TempDir Path folder;

  private Application services;
  private WindowSessions sessions;
  private ExecutorService background;
  private Workstation workstation;

  @BeforeAll
  static void toolkit() {
    Toolkits.start();
  }

  @BeforeEach
  void open() {
    services = new Application(new Home(folder), ViewPictures::new);
    sessions = new WindowSessions(services);
    background = WorkstationServices.background();
    workstation =
        Toolkits.call(
            () -> {
              WindowState state = WindowState.first().sized(1440, 900);
              Workstation made =
                  new Workstation(
                      WorkstationServices.of(services, sessions, background, () -> {}), state);
              Stage stage = new Stage();
              stage.setScene(made.scene());
              stage.show();
              made.restore(state);
              made.select("positions");
              return made;
            });
  }

  @AfterEach
  void close() {
    sessions.close();
    Toolkits.call(
        () -> {
          workstation.scene().getWindow().hide();
          return true;
        });
    background.shutdownNow();
    services.close();
  }

  @Test
  void aSessionIsStartedWatchedKilledUnlockedLeftAndGoesOn() {
    choose("ema-crossover", "A day a second");
    press("session-begin");
    Toolkits.await(() -> shown("session-headline").equals("ema-crossover on paper"));

    Toolkits.await(() -> table("positions-table").getItems().size() >= 1);
    assertThat(text("header-equity")).endsWith("USDT");
    Toolkits.call(
        () -> {
          table("positions-table").getSelectionModel().select(0);
          return true;
        });
    assertThat(text("position-why")).containsPattern("\\d+ of \\d+ risk checks passed");

    press("kill-switch");
    Toolkits.await(() -> shown("session-note").contains("locked: kill_switch"));
    Toolkits.await(() -> table("positions-table").getItems().isEmpty());
    assertThat(table("fills-table").getItems()).isNotEmpty();

    Toolkits.await(() -> button("kill-switch").getText().equals("Reset lock"));
    press("kill-switch");
    Toolkits.await(() -> !shown("session-note").contains("locked"));

    press("session-leave");
    Toolkits.await(
        () -> button("session-begin").isVisible() && button("session-go-on").isVisible());
    assertThat(text("session-note")).isEqualTo("Left as it stands; it can go on from its journal.");
    assertThat(Toolkits.call(() -> button("session-go-on").getText()))
        .isEqualTo("Go on with paper-ema-crossover");

    press("session-go-on");
    Toolkits.await(() -> workstation.positions().runningProperty().get());
    Toolkits.await(() -> table("positions-table").getItems().size() >= 1);
    press("session-flatten");
    Toolkits.await(() -> table("positions-table").getItems().isEmpty());
    assertThat(Toolkits.call(() -> button("session-resume").isVisible())).isTrue();
  }

  @Test
  void whatCannotBeStartedSaysWhy() {
    choose("ema-crossover", "Real time");
    Toolkits.call(
        () -> {
          workstation.positions().form().instrumentsProperty().set("doubloon");
          return true;
        });
    press("session-begin");
    Toolkits.await(() -> shown("session-problem").contains("doubloon"));
    assertThat(Toolkits.call(() -> workstation.positions().runningProperty().get())).isFalse();
  }

  private void choose(String strategy, String pace) {
    Toolkits.call(
        () -> {
          this.<ComboBox<String>>find("session-strategy").setValue(strategy);
          ComboBox<Pace> paces = find("session-pace");
          paces.setValue(
              paces.getItems().stream()
                  .filter(each -> each.title().equals(pace))
                  .findFirst()
                  .orElseThrow());
          return true;
        });
  }

  private void press(String id) {
    Toolkits.call(
        () -> {
          button(id).fire();
          return true;
        });
  }

  private Button button(String id) {
    return find(id);
  }

  private TableView<?> table(String id) {
    return find(id);
  }

  private String shown(String id) {
    return this.<Label>find(id).getText();
  }

  private String text(String id) {
    return Toolkits.call(() -> shown(id));
  }

  @SuppressWarnings("unchecked") // each id belongs to one kind of node
  private <N> N find(String id) {
    return (N) workstation.scene().lookup("#" + id);
  }
}
