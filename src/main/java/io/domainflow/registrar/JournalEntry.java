package io.domainflow.registrar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that the registrar was asked to carry out, and its outcome.
 *
 * @param command our name of it
 * @param saidAs the registrar's name of what was sent
 * @param state of the journal: INTENDED, IN_DOUBT, EXECUTED, REFUSED, NOT_EXECUTED, UNDONE,
 *     ABANDONED
 * @param decidedAt when the state came about; null while the command is only intended
 * @param code the registrar's; null unless it refused
 */
public record JournalEntry(
    String command,
    String saidAs,
    String state,
    Instant intendedAt,
    @Nullable Instant decidedAt,
    @Nullable Integer code) {}
