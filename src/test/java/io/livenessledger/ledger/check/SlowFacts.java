package io.livenessledger.ledger.check;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Facts whose examination takes as long as a test wants; otherwise there are none. */
@ApplicationScoped
class SlowFacts implements FactCheck {
  static final AtomicBoolean WAIT_FOR_RELEASE = new AtomicBoolean();
  static final AtomicBoolean WAITING = new AtomicBoolean();

  @Override
  public String kind() {
    return "slow";
  }

  @Override
  public Uni<List<Finding>> examine(List<LoggedLeaf> leaves) {
    return Uni.createFrom().item(List.of());
  }

  @Override
  public Multi<Finding> examineRest() {
    return Multi.createBy()
        .repeating()
        .uni(SlowFacts::looked)
        .withDelay(Duration.ofMillis(100))
        .whilst(waiting -> waiting)
        .onItem()
        .transformToMultiAndConcatenate(looked -> Multi.createFrom().empty());
  }

  private static Uni<Boolean> looked() {
    return Uni.createFrom().item(WAIT_FOR_RELEASE::get).invoke(WAITING::set);
  }
}
