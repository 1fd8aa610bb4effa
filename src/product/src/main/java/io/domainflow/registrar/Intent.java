package io.domainflow.registrar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry that announces a command for an order. No command is sent without one.
 *
 * @param id of the entry
 * @param command our name of the command
 * @param commandName the registrar's name of the command that was or will be sent: the probe looks
 *     for that one, even if it would be sent differently now
 * @param intendedAt when the entry was written, before the command could be sent
 * @param inDoubt whether the outcome of an earlier attempt is unknown
 * @param doubtSince when the registrar failed to answer; null if the application died first
 * @param doubt why the outcome is unknown, for people; null if the application died first
 */
public record Intent(
    long id,
    UUID orderId,
    String account,
    String command,
    String commandName,
    Instant intendedAt,
    boolean inDoubt,
    @Nullable Instant doubtSince,
    @Nullable String doubt) {}
