package org.candlewright.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers command-line calls on a home that is open in this process: a unix domain socket inside
 * the home, for its owner alone. One line in, one line out.
 */
final class HomeServer implements AutoCloseable {
  private final ServerSocketChannel channel;
  private final Path socket;
  private final Function<String, String> answer;

  private HomeServer(ServerSocketChannel channel, Path socket, Function<String, String> answer) {
    this.channel = channel;
    this.socket = socket;
    this.answer = answer;
  }

  static Path socket(Path home) {
    return home.resolve("candlewright.sock");
  }

  /**
   * Begins to listen; empty where this machine has no such sockets or the home's path is too long
   * for one. The kill file works all the same.
   */
  static Optional<HomeServer> listen(Path home, Function<String, String> answer) {
    Path socket = socket(home);
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      HomeServer server = new HomeServer(channel, socket, answer);
      Thread thread = new Thread(server::serve, "home socket");
      thread.setDaemon(true);
      thread.start();
      return Optional.of(server);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private void serve() {
    while (channel.isOpen()) {
      try {
        SocketChannel call = channel.accept();
        // A call that takes long must not keep a kill waiting.
        Thread thread = new Thread(() -> answer(call), "home call");
        thread.setDaemon(true);
        thread.start();
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        close();
        return;
      }
    }
  }

  private void answer(SocketChannel call) {
    try (call;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(call), StandardCharsets.UTF_8));
        Writer out = Channels.newWriter(call, StandardCharsets.UTF_8)) {
      String line = in.readLine();
      if (line != null) {
        out.write(answer.apply(line) + "\n");
      }
    } catch (IOException e) {
      // The caller has gone; what it asked for is done all the same.
      return;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // The next owner deletes what is left of it.
      return;
    }
  }
}
