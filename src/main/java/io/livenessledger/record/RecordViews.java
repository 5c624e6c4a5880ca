package io.livenessledger.record;

import io.livenessledger.record.RecordView.Freshness;
import io.livenessledger.record.RecordView.Freshness.State;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

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
    return asOf(clock.instant()).apply(state);
  }

  /** The same for a caller who asked for the vendor's answer and could not have it. */
  public RecordView stale(RecordState state) {
    return view(state, freshness(state, State.STALE, clock.instant()), caller.mayViewImages());
  }

  /**
   * Shows states that were known at an instant, as fresh as they were then, to the current caller;
   * also when its request has ended by then.
   */
  public Function<RecordState, RecordView> asOf(Instant instant) {
    boolean withImages = caller.mayViewImages();
    return state -> view(state, freshness(state, at(state, instant), instant), withImages);
  }

  /** Time since the state was observed, never negative. */
  public Duration age(RecordState state) {
    return age(state, clock.instant());
  }

  private static Duration age(RecordState state, Instant now) {
    Duration age = Duration.between(state.observedAt(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  private State at(RecordState state, Instant now) {
    boolean confirmed = !state.isSubmitted() && age(state, now).compareTo(config.freshFor()) < 0;
    return confirmed ? State.FRESH : State.STALE;
  }

  private static RecordView view(RecordState state, Freshness freshness, boolean withImage) {
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
        new RecordView.Image(content.imageSaved(), withImage ? content.imageUrl() : null),
        RecordView.Vendor.of(content, state.signature()),
        freshness);
  }

  private static Freshness freshness(RecordState state, State freshness, Instant now) {
    return new Freshness(
        freshness,
        state.observation(),
        state.observedAt(),
        state.storedAt(),
        age(state, now).toSeconds(),
        state.revision(),
        state.upstream());
  }
}
