package io.livenessledger.store.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server runs.
 *
 * @param port TCP port on 127.0.0.1; 0 takes a free one at each start
 * @param fsync false trades the data of a power failure for speed: for tests alone
 * @param binaries where the server's programs are unpacked to, shared safely between processes;
 *     empty means inside the data directory
 */
public record Options(int port, boolean fsync, Optional<Path> binaries) {

  /** Free port, durable, self-contained. */
  public static Options defaults() {
    return new Options(0, true, Optional.empty());
  }

  public Options withPort(int port) {
    return new Options(port, fsync, binaries);
  }

  public Options withoutFsync() {
    return new Options(port, false, binaries);
  }

  public Options withBinaries(Path binaries) {
    return new Options(port, fsync, Optional.of(binaries));
  }
}
