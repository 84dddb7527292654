package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the program, with JDKs that only print how they were called. */
class LauncherTest {
  @TempDir private Path folder = Path.of("");
  private Path script = Path.of("");

  @BeforeEach
  void layOutTheProgramInAFolderWithSpaces() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the script needs a POSIX shell");
    Path app = folder.resolve("my app");
    Files.createDirectories(app.resolve("bin"));
    Files.createDirectories(app.resolve("lib/javafx"));
    Files.createFile(app.resolve("lib/a.jar"));
    Files.createFile(app.resolve("lib/b.jar"));
    script = app.resolve("bin/candlewright");
    Files.copy(Path.of("jpackage/bin/candlewright"), script);
    executable(script);
  }

  @Test
  void aNewEnoughJdkIsTakenFromJavaHome() throws Exception {
    Started started = start(Map.of("JAVA_HOME", jdk("new", "25.0.1")), "data", "--json");
    assertThat(started.code()).isZero();
    assertThat(started.lines()).startsWith(folder.resolve("new").toString());
    assertThat(started.lines()).endsWith("org.candlewright.app.Main", "data", "--json");
  }

  @Test
  void anOldJavaHomeIsPassedOverForTheOneOnThePath() throws Exception {
    String path = jdk("right", "26") + "/bin:/usr/bin:/bin";
    Started started = start(Map.of("JAVA_HOME", jdk("old", "17.0.9"), "PATH", path), "data");
    assertThat(started.lines()).startsWith(folder.resolve("right").toString());
  }

  @Test
  void aJavaOnThePathMayBeALink() throws Exception {
    jdk("linked", "25");
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), folder.resolve("linked/bin/java"));
    Started started = start(Map.of("PATH", links + ":/usr/bin:/bin"), "data");
    assertThat(started.lines()).startsWith(folder.resolve("linked").toString());
  }

  @Test
  void aJdkInTheUsersFolderIsFound() throws Exception {
    jdk(".sdkman/candidates/java/25-tem", "25.0.2");
    // Places of the whole system come first, so a JDK there may win; one must be found.
    assertThat(start(Map.of(), "--version").lines()).noneMatch(line -> line.contains("found none"));
  }

  @Test
  void aChosenJdkThatIsTooOldIsNamed() throws Exception {
    Started started = start(Map.of("CANDLEWRIGHT_JAVA_HOME", jdk("old", "1.8.0_392")), "data");
    assertThat(started.code()).isEqualTo(1);
    assertThat(started.lines())
        .singleElement()
        .asString()
        .startsWith("error: CANDLEWRIGHT_JAVA_HOME is " + folder.resolve("old"))
        .contains("no JDK 25 or newer");
  }

  @Test
  void theScriptWorksThroughALinkFromAnywhere() throws Exception {
    Path link = folder.resolve("cw");
    Files.createSymbolicLink(link, Path.of("my app/bin/candlewright"));
    script = link;
    Started started = start(Map.of("JAVA_HOME", jdk("new", "25")), "data");
    String lib = folder.toRealPath().resolve("my app/lib").toString();
    assertThat(started.lines()).contains(lib + "/a.jar:" + lib + "/b.jar");
  }

  @Test
  void javaFxIsLoadedOnlyWhereSomethingIsDrawn() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("new", "25"));
    assertThat(start(environment, "data").lines()).doesNotContain("--add-modules");
    assertThat(start(environment, "render", "--out", "x").lines()).contains("--add-modules");
    assertThat(start(environment).lines()).contains("--add-modules", "javafx.controls");
  }

  @Test
  void argumentsKeepTheirSpacesAndStars() throws Exception {
    Started started = start(Map.of("JAVA_HOME", jdk("new", "25")), "--name", "a  b", "binance:*");
    assertThat(started.lines()).endsWith("--name", "a  b", "binance:*");
  }

  private record Started(int code, List<String> lines) {}

  private Started start(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> lines;
    try (var reader = process.inputReader()) {
      lines = reader.lines().toList();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Started(process.exitValue(), lines);
  }

  /** A folder that looks like a JDK; its java prints its own home and its arguments. */
  private String jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho '" + home + "'\nprintf '%s\\n' \"$@\"\n");
    executable(java);
    return home.toString();
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
