package org.candlewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
  /** Far above the displays that anybody runs. */
  private static final String NUMBER = "9173";

  @TempDir Path sockets;

  private boolean available(String variable, String value) {
    return new Display("Linux", sockets).available(Map.of(variable, value));
  }

  @Test
  void linuxNeedsADisplayServer() {
    assertThat(new Display("Linux", sockets).available(Map.of())).isFalse();
    assertThat(available("DISPLAY", " ")).isFalse();
    assertThat(available("DISPLAY", "nonsense")).isFalse();
  }

  @Test
  void aNameThatNobodyAnswersAtIsNoDisplay() {
    assertThat(available("DISPLAY", ":" + NUMBER)).isFalse();
  }

  @Test
  void waylandAloneIsNotEnoughForTheToolkit() {
    assertThat(available("WAYLAND_DISPLAY", "wayland-0")).isFalse();
  }

  @Test
  void aServerThatAnswersIsADisplay() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(sockets.resolve("X" + NUMBER)));
      assertThat(available("DISPLAY", ":" + NUMBER)).isTrue();
      assertThat(available("DISPLAY", "unix:" + NUMBER + ".0")).isTrue();
    }
  }

  @Test
  void otherDesktopsAlwaysHaveOne() {
    assertThat(new Display("Mac OS X", sockets).available(Map.of())).isTrue();
    assertThat(new Display("Windows 11", sockets).available(Map.of())).isTrue();
  }
}
