package io.livenessledger.evidence.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.Access;
import io.livenessledger.access.Access.StreamEvent;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.evidence.export.ExportParameters.Format;
import io.livenessledger.ledger.log.Published;
import io.livenessledger.ledger.sequence.Sequenced;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.record.RecordViews;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.StateSource;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.FilterName;
import io.livenessledger.search.filter.SearchParameters;
import io.livenessledger.search.sql.Slices;
import io.livenessledger.search.sql.Slices.Shape;
import io.livenessledger.security.Caller;
import io.livenessledger.store.LongReads;
import io.livenessledger.store.Settling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Exports a population as it was known at an instant. That is its snapshot: no transaction is held
 * open for it, so it keeps no vacuum waiting, and it can be gone on with at any time, by any
 * replica.
 */
@ApplicationScoped
class Export {
  static final Shape<RecordState> STATES =
      new Shape<>(
          StateSource::states,
          row -> StateSource.state(row.getDelegate()),
          state -> state.id().value());

  /** Far above the store's timeout, and what clocks of replicas may differ by. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);

  private static final Duration SEQUENCER_PATIENCE = Duration.ofSeconds(10);

  private final Slices slices;
  private final LongReads reads;
  private final Settling settling;
  private final Sequenced sequenced;
  private final Published published;
  private final PageTokens tokens;
  private final RecordViews views;
  private final Visibility visibility;
  private final Caller caller;
  private final Access access;
  private final ObjectMapper json;
  private final Clock clock;

  Export(
      Slices slices,
      LongReads reads,
      Settling settling,
      Sequenced sequenced,
      Published published,
      PageTokens tokens,
      RecordViews views,
      Visibility visibility,
      Caller caller,
      Access access,
      ObjectMapper json,
      Clock clock) {
    this.slices = slices;
    this.reads = reads;
    this.settling = settling;
    this.sequenced = sequenced;
    this.published = published;
    this.tokens = tokens;
    this.views = views;
    this.visibility = visibility;
    this.caller = caller;
    this.access = access;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What is on its way.
   *
   * @param token with which it can be gone on with
   */
  record Begun(Format format, String token, Streamed lines) {}

  /**
   * Begins, when nothing can be added any more to what was known at its instant.
   *
   * @param query as sent, for the manifest
   */
  Uni<Begun> begin(SearchParameters asked, ExportParameters how, Map<String, List<String>> query) {
    Filter filter = asked.filter(visibility.clients().orElse(null), clock.instant());
    Format format = how.format();
    int sampleSize = how.sampleSize();
    String after = how.goesOnAfter();
    String list = "export " + FilterName.of(filter) + " " + format + " " + caller.mayViewImages();
    Instant asOf =
        how.exportToken == null
            ? orNow(filter.asOf())
            : Instant.parse(tokens.position(list, how.exportToken, 1).get(0));
    ExportRun run = run(filter.asOf(asOf), format, question(query), after);
    boolean isRecent = asOf.isAfter(clock.instant().minus(LONGEST_TRANSACTION));
    // A replica may lack what was known long ago
    Uni<Void> ready = isRecent ? settled() : settling.visible();
    return (sampleSize == 0 ? ready : ready.chain(() -> run.pick(sampleSize, how.seed)))
        .replaceWith(() -> new Begun(format, tokens.encode(list, asOf.toString()), run.lines()));
  }

  /** The same of an export and of what goes on with it. */
  private static Map<String, List<String>> question(Map<String, List<String>> query) {
    Map<String, List<String>> question = new TreeMap<>(query);
    question.keySet().removeAll(Set.of("exportToken", "after"));
    return question;
  }

  /** Then nothing is added any more to what was known, and the leaves of it are there. */
  private Uni<Void> settled() {
    return settling
        .ended()
        .chain(() -> sequenced.upToNow(SEQUENCER_PATIENCE))
        .chain(settling::visible);
  }

  private Instant orNow(Instant asOf) {
    return asOf == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
  }

  private ExportRun run(
      Filter filter, Format format, Map<String, List<String>> query, String after) {
    StreamEvent event = access.streamEvent();
    return new ExportRun(
        new ExportRun.Parts(slices, reads, published, json, event),
        filter,
        views.asOf(filter.asOf()),
        format,
        query,
        after);
  }
}
