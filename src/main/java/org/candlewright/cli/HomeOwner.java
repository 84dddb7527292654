package org.candlewright.cli;

import java.util.Optional;

/** What has a home open for long answers the commands of others on it, the kill switch first. */
public final class HomeOwner implements AutoCloseable {
  private final Optional<HomeServer> server;

  private HomeOwner(Optional<HomeServer> server) {
    this.server = server;
  }

  /**
   * Begins to answer.
   *
   * @param version of this program
   */
  public static HomeOwner answer(Services services, String version) {
    return new HomeOwner(
        HomeServer.listen(services.home(), line -> HomeCall.answer(line, services, version)));
  }

  @Override
  public void close() {
    server.ifPresent(HomeServer::close);
  }
}
