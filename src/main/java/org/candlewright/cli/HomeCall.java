package org.candlewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command line handed to the process that has the home open, and its answer. */
final class HomeCall {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Options whose value is a file or folder of the caller's. */
  private static final Set<String> PATHS =
      Set.of("--out", "--candles", "--funding", "--mark", "--ticks", "--tradingview", "--rates");

  private HomeCall() {}

  /**
   * Lets the owner of a home run a command.
   *
   * @return the exit code; empty if nobody has the home open
   */
  static Optional<Integer> make(Path home, String[] arguments, Terminal terminal) {
    Path socket = HomeServer.socket(home);
    if (!Files.exists(socket)) {
      return Optional.empty();
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      ObjectNode call = MAPPER.createObjectNode();
      absolute(arguments).forEach(call.putArray("arguments")::add);
      out.write(call + "\n");
      out.flush();
      String line = in.readLine();
      return line == null ? Optional.empty() : Optional.of(print(MAPPER.readTree(line), terminal));
    } catch (IOException e) {
      // Left behind by an owner that was killed: the home is free.
      return Optional.empty();
    }
  }

  private static int print(JsonNode answer, Terminal terminal) {
    terminal.out().print(answer.path("out").asText());
    terminal.err().print(answer.path("err").asText());
    terminal.out().flush();
    terminal.err().flush();
    return answer.path("code").asInt(ExitCode.FAILED);
  }

  /** The owner may stand in another folder. */
  private static List<String> absolute(String[] arguments) {
    List<String> all = new ArrayList<>();
    String before = "";
    for (String each : arguments) {
      int equals = each.indexOf('=');
      if (PATHS.contains(before)) {
        all.add(Path.of(each).toAbsolutePath().toString());
      } else if (equals > 0 && PATHS.contains(each.substring(0, equals))) {
        all.add(
            each.substring(0, equals + 1) + Path.of(each.substring(equals + 1)).toAbsolutePath());
      } else {
        all.add(each);
      }
      before = each;
    }
    return all;
  }

  /** Runs a command for a caller: the other end of {@link #make}. */
  static String answer(String line, Services services, String version) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = ExitCode.FAILED;
    try {
      List<String> arguments = new ArrayList<>();
      MAPPER.readTree(line).path("arguments").forEach(each -> arguments.add(each.asText()));
      code =
          CommandLineProgram.inside(
                  new Terminal(new PrintWriter(out), new PrintWriter(err, true), false),
                  services,
                  version)
              .run(arguments.toArray(String[]::new));
    } catch (JsonProcessingException e) {
      err.append("error: the call cannot be read\n");
    }
    return MAPPER
        .createObjectNode()
        .put("code", code)
        .put("out", out.toString())
        .put("err", err.toString())
        .toString();
  }
}
