package org.candlewright.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.candlewright.indicator.Indicators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template is one JSON file and nothing else. */
class TemplatesTest {
  private static final String FOLDER = "org/candlewright/strategy/templates/";
  private static final URL MORE =
      Objects.requireNonNull(TemplatesTest.class.getResource("/more-templates/"));

  private static Strategies with(URL place, ClassLoader parent) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, parent)) {
      return new Strategies(Indicators.standard(), loader);
    }
  }

  @Test
  void theProgramBringsItsTemplates() {
    assertThat(RuleFiles.STRATEGIES.templateNames())
        .contains("ema-crossover", "funding-carry", "funding-carry-backtest");
    assertThat(RuleFiles.STRATEGIES.template("nothing")).isEmpty();
  }

  @Test
  void aJsonFileInTheFolderIsATemplate() throws IOException {
    Strategies strategies = with(MORE, Strategies.class.getClassLoader());
    assertThat(strategies.templateNames()).contains("ema-crossover", "test-breakout");
    assertThat(strategies.template("test-breakout"))
        .map(StrategyDefinition::kind)
        .contains("rules");
  }

  @Test
  void templatesAreFoundInAJarToo(@TempDir Path folder) throws Exception {
    Path json = Path.of(MORE.toURI()).resolve(FOLDER + "test-breakout.json");
    Path jar = folder.resolve("with space.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(FOLDER));
      out.closeEntry();
      out.putNextEntry(new JarEntry(FOLDER + "test-breakout.json"));
      out.write(Files.readAllBytes(json));
      out.closeEntry();
    }
    assertThat(with(jar.toUri().toURL(), ClassLoader.getPlatformClassLoader()).templateNames())
        .containsExactly("test-breakout");
  }
}
