package io.livenessledger;

import io.livenessledger.record.current.RebuildRecords;
import io.livenessledger.start.Authentication;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.VertxContextSupport;
import org.jboss.logging.Logger;

/**
 * The command {@code rebuild-records}: the program without its interface, for one piece of work.
 */
public class RebuildCommand implements QuarkusApplication {
  static final String NAME = "rebuild-records";

  private static final Logger LOG = Logger.getLogger(RebuildCommand.class);

  private final RebuildRecords rebuild;

  RebuildCommand(RebuildRecords rebuild) {
    this.rebuild = rebuild;
  }

  /** Opens no port of its own where a service may be running; to be called before the start. */
  static void closeInterface() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host", "127.0.0.1");
    System.setProperty("quarkus.management.port", "0");
    System.setProperty("ledger.log.sequencer", "false");
    System.setProperty("ledger.schedule.enabled", "false");
    // Nobody calls it, so no issuer need answer
    System.setProperty(Authentication.TOKENS, "false");
  }

  @Override
  public int run(String... args) throws Exception {
    RebuildRecords.Outcome outcome = outcome();
    LOG.infof("Rebuilt %d records, %d differed", outcome.rebuilt(), outcome.differing());
    return 0;
  }

  private RebuildRecords.Outcome outcome() throws Exception {
    try {
      return VertxContextSupport.subscribeAndAwait(rebuild::rebuildAll);
    } catch (Exception | Error failure) {
      throw failure;
    } catch (Throwable neither) {
      throw new IllegalStateException(neither);
    }
  }
}
