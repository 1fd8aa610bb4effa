package io.domainflow.registrar;

import java.time.Instant;
import java.util.UUID;

/**
 * A journal entry: this command will be sent for this order. Without one nothing is sent.
 *
 * @param intendedAt when it was written, before the command could be sent
 * @param inDoubt whether an earlier attempt left it open what happened
 * @param doubtSince when the registrar failed to answer; null if the application died before it
 *     knew
 * @param doubt why it is open, for people; null if the application died before it knew
 */
public record Intent(
    UUID orderId,
    String account,
    String command,
    Instant intendedAt,
    boolean inDoubt,
    Instant doubtSince,
    String doubt) {}
