package io.livenessledger.webhook.state;

import java.time.Instant;

/**
 * An attempt as the log has it.
 *
 * @param number grows with time
 * @param from the position before the message
 * @param to the position behind it
 * @param changes how many the message has
 * @param attempt the how manieth in a row
 * @param status the receiver's; null when it gave none
 */
public record Delivery(
    long number,
    String messageId,
    long from,
    long to,
    int changes,
    int attempt,
    Instant at,
    long millis,
    Outcome outcome,
    Integer status) {}
