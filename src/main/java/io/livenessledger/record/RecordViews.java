package io.livenessledger.record;

import io.livenessledger.record.RecordView.Freshness;
import io.livenessledger.record.RecordView.Freshness.State;
import io.livenessledger.record.current.RecordState;
import io.livenessledger.record.history.Content;
import io.livenessledger.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Shows a record's state to the current caller, now. */
@ApplicationScoped
public class RecordViews {
  private final RecordConfig config;
  private final Caller caller;
  private final Clock clock;

  RecordViews(RecordConfig config, Caller caller, Clock clock) {
    this.config = config;
    this.caller = caller;
    this.clock = clock;
  }

  /** The state as it is known; it must be held. */
  public RecordView of(RecordState state) {
    boolean confirmed = !state.isSubmitted() && age(state).compareTo(config.freshFor()) < 0;
    return view(state, confirmed ? State.FRESH : State.STALE);
  }

  /** The same for a caller who asked for the vendor's answer and could not have it. */
  public RecordView stale(RecordState state) {
    return view(state, State.STALE);
  }

  /** Time since the state was observed, never negative. */
  public Duration age(RecordState state) {
    Duration age = Duration.between(state.observedAt(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private RecordView view(RecordState state, State freshness) {
    Content content = state.content();
    return new RecordView(
        state.id(),
        content.client(),
        content.appRegistration(),
        content.status(),
        content.live(),
        RecordView.Checks.of(content),
        content.aggregateProbability(),
        content.riskScore(),
        content.confidence(),
        new RecordView.Flags(content.ignoreDocumentCropped(), content.ignoreColourLess()),
        new RecordView.Image(
            content.imageSaved(), caller.mayViewImages() ? content.imageUrl() : null),
        RecordView.Vendor.of(content, state.signature()),
        freshness(state, freshness));
  }

  private Freshness freshness(RecordState state, State freshness) {
    return new Freshness(
        freshness,
        state.observation(),
        state.observedAt(),
        state.storedAt(),
        age(state).toSeconds(),
        state.revision(),
        state.upstream());
  }
}
