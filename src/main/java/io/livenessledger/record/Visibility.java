package io.livenessledger.record;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which records there are for the current caller. For one who may see some clients' records alone,
 * all others were never stored: neither their content nor that they exist may be told.
 */
@ApplicationScoped
public class Visibility {
  private final Caller caller;

  Visibility(Caller caller) {
    this.caller = caller;
  }

  /** The clients whose records there are; empty for all. */
  public Optional<Set<String>> clients() {
    return caller.clients();
  }

  /** Whether the caller may see some clients' records alone. */
  public boolean isLimited() {
    return clients().isPresent();
  }

  /**
   * The same state.
   *
   * @param state null when the record is not held
   * @throws Problem {@code record-not-found}, when there is none for the caller
   */
  public RecordState require(RecordState state) {
    requirement().accept(state);
    return state;
  }

  /**
   * {@link #require} for the current caller, also when its request has ended by then: its work may
   * go on.
   */
  public Consumer<RecordState> requirement() {
    Predicate<RecordState> visible = visible();
    return state -> {
      if (!visible.test(state)) {
        throw Problem.of(ProblemCode.RECORD_NOT_FOUND, "This record was never stored; refresh it.");
      }
    };
  }

  /** As {@link #require}, but a record that is not held by anybody is none of anybody's. */
  public void requireUnlessAbsent(RecordState state) {
    if (state != null) {
      require(state);
    }
  }

  /** Whether a record is held and one of those that there are. */
  public boolean shows(RecordState state) {
    return visible().test(state);
  }

  /** {@link #shows} for the current caller, also when its request has ended by then. */
  public Predicate<RecordState> visible() {
    Optional<Set<String>> clients = clients();
    return state -> shows(state, clients);
  }

  private static boolean shows(RecordState state, Optional<Set<String>> clients) {
    return state != null
        && state.isHeld()
        && clients.map(allowed -> isOf(state.content().client(), allowed)).orElse(true);
  }

  /** Some contents name no client; theirs are seen by who may see all. */
  private static boolean isOf(String client, Set<String> allowed) {
    return client != null && allowed.contains(client);
  }
}
