package io.livenessledger.webhook.state;

import java.util.Optional;
import java.util.Set;

/**
 * Some changes that follow each other, as they are sent. Kept before it is sent for the first time:
 * each repeat has the same id and the same content.
 *
 * @param from the position before it
 * @param end the position behind it
 * @param changes how many it has
 * @param clients of whose records it tells; empty for all
 * @param body JSON
 */
public record Message(
    String id, long from, long end, int changes, Optional<Set<String>> clients, String body) {}
