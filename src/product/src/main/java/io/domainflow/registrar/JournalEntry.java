package io.domainflow.registrar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command sent to the registrar, and its outcome.
 *
 * @param command our name of the command
 * @param commandName the registrar's name of the command
 * @param state of the journal: INTENDED, IN_DOUBT, EXECUTED, REFUSED, NOT_EXECUTED, UNDONE,
 *     ABANDONED
 * @param decidedAt when it got this state; null while the command is only intended
 * @param code the registrar's; null unless it refused
 */
public record JournalEntry(
    String command,
    String commandName,
    String state,
    Instant intendedAt,
    @Nullable Instant decidedAt,
    @Nullable Integer code) {}
