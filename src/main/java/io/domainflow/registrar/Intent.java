package io.domainflow.registrar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry: this command will be sent for this order. Without one nothing is sent.
 *
 * @param command our name of it
 * @param saidAs the registrar's name of what was or will be sent: the probe looks for that command,
 *     even if it would be sent differently now
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
    String saidAs,
    Instant intendedAt,
    boolean inDoubt,
    @Nullable Instant doubtSince,
    @Nullable String doubt) {}
