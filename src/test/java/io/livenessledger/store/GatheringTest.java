package io.livenessledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private Vertx vertx;
  private Context caller;

  /** What was asked together, in the order of the groups. */
  private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

  /** Each group's end, for the test to decide. */
  private final List<CompletableFuture<List<String>>> ends = new CopyOnWriteArrayList<>();

  /** What came of each question. */
  private final Map<Integer, CompletableFuture<String>> answers = new HashMap<>();

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    caller = vertx.getOrCreateContext();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void nobodyWaitsForAGroupToFill() {
    Gathering<Integer, String> gathering = gathering(LONG);

    ask(gathering, 1);

    begun(1);
    ends.get(0).complete(List.of("one"));
    assertEquals("one", answer(1));
    assertEquals(List.of(List.of(1)), groups);
  }

  @Test
  void whatComesInWhileGroupsAreUnderWayGoesNextTogether() {
    Gathering<Integer, String> gathering = gathering(LONG);
    ask(gathering, 1);
    begun(1);
    ask(gathering, 2);
    begun(2);

    ask(gathering, 3);
    ask(gathering, 4);
    ask(gathering, 5);
    settle();
    assertEquals(List.of(List.of(1), List.of(2)), groups, "no third group beside the two");
    ends.get(0).complete(List.of("one"));

    begun(3);
    assertEquals(List.of(3, 4, 5), groups.get(2));
    ends.get(2).complete(List.of("three", "four", "five"));
    assertEquals(List.of("three", "four", "five"), Stream.of(3, 4, 5).map(this::answer).toList());
  }

  @Test
  void aFailureIsThatOfItsGroupAlone() {
    Gathering<Integer, String> gathering = gathering(LONG);
    ask(gathering, 1);
    begun(1);
    ask(gathering, 2);
    begun(2);

    IllegalStateException failure = new IllegalStateException();
    ends.get(0).completeExceptionally(failure);
    ends.get(1).complete(List.of("two"));

    assertSame(failure, failure(1));
    assertEquals("two", answer(2));
    ask(gathering, 3);
    begun(3);
    ends.get(2).complete(List.of("three"));
    assertEquals("three", answer(3));
  }

  @Test
  void workThatThrowsFailsAtOnceAndTheNextGoesOn() {
    IllegalStateException thrown = new IllegalStateException();
    Gathering<Integer, String> gathering =
        new Gathering<>(
            new Background(vertx),
            LONG,
            questions -> {
              if (questions.contains(1)) {
                throw thrown;
              }
              return Uni.createFrom().item(List.of("two"));
            });

    ask(gathering, 1);
    assertSame(thrown, failure(1));
    ask(gathering, 2);
    assertEquals("two", answer(2));
  }

  @Test
  void whoWaitedInVainIsToldSoAndNotBegunAnyMore() {
    Gathering<Integer, String> gathering = gathering(Duration.ofMillis(200));
    ask(gathering, 1);
    begun(1);
    ask(gathering, 2);
    begun(2);

    ask(gathering, 3);

    assertEquals(ProblemCode.STORE_UNAVAILABLE, ((Problem) failure(3)).code());
    ask(gathering, 4);
    ends.get(0).complete(List.of("one"));
    begun(3);
    assertEquals(List.of(4), groups.get(2));
  }

  @Test
  void theAnswerComesBackToWhereItWasAskedFor() {
    Gathering<Integer, String> gathering = gathering(LONG);
    CompletableFuture<Context> arrived = new CompletableFuture<>();
    caller.runOnContext(
        here ->
            gathering.ask(1).subscribe().with(answer -> arrived.complete(Vertx.currentContext())));
    begun(1);

    ends.get(0).complete(List.of("one"));

    assertSame(caller, arrived.join());
  }

  private Gathering<Integer, String> gathering(Duration patience) {
    return new Gathering<>(
        new Background(vertx),
        patience,
        questions -> {
          CompletableFuture<List<String>> end = new CompletableFuture<>();
          ends.add(end);
          groups.add(new ArrayList<>(questions));
          return Uni.createFrom().completionStage(end);
        });
  }

  private void ask(Gathering<Integer, String> gathering, int question) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    answers.put(question, answer);
    caller.runOnContext(
        here ->
            gathering
                .ask(question)
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
  }

  private String answer(int question) {
    return answers.get(question).join();
  }

  private Throwable failure(int question) {
    return assertThrows(CompletionException.class, () -> answer(question)).getCause();
  }

  /** Waits until so many groups have begun. */
  private void begun(int count) {
    Awaitility.await().until(() -> groups.size() == count);
  }

  /** Waits until the caller's context has done all that it was told to. */
  private void settle() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    caller.runOnContext(here -> done.complete(null));
    done.join();
  }
}
