package org.candlewright.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a window can be opened here. On Linux and the BSDs the toolkit speaks to an X server,
 * which the environment names; under Wayland that is XWayland, so a Wayland name alone is not
 * enough. A name that nobody answers at is common (a closed remote session, a container), and the
 * toolkit cannot be started a second time after it failed, so the server is asked first.
 */
final class Display {
  private static final Pattern NAME = Pattern.compile("(.*):(\\d{1,4})(\\.\\d+)?");
  private static final int FIRST_PORT = 6000;
  private static final int PATIENCE_MILLIS = 2_000;

  private final String system;
  private final Path sockets;

  /**
   * @param system value of {@code os.name}
   * @param sockets folder of the sockets of local X servers
   */
  Display(String system, Path sockets) {
    this.system = system;
    this.sockets = sockets;
  }

  /** This machine's. */
  static Display ofSystem() {
    return new Display(System.getProperty("os.name", ""), Path.of("/tmp/.X11-unix"));
  }

  /**
   * Whether a window can be opened.
   *
   * @param environment environment variables
   */
  boolean available(Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    return name.contains("mac")
        || name.contains("windows")
        || answers(environment.getOrDefault("DISPLAY", "").strip());
  }

  private boolean answers(String display) {
    Matcher parts = NAME.matcher(display);
    if (!parts.matches()) {
      return false;
    }
    int number = Integer.parseInt(parts.group(2));
    String host = parts.group(1);
    boolean local = host.isEmpty() || host.equals("unix");
    return (local && connects(sockets.resolve("X" + number)))
        || connects(local ? "localhost" : host, FIRST_PORT + number);
  }

  private static boolean connects(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false; // nobody listens there: that is the answer asked for
    }
  }

  private static boolean connects(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false; // nobody listens there: that is the answer asked for
    }
  }
}
