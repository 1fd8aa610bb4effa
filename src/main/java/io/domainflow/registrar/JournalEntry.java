package io.domainflow.registrar;

import java.time.Instant;

/**
 * A command that the registrar was asked to carry out, and what became of it.
 *
 * @param state of the journal: INTENDED, IN_DOUBT, EXECUTED, REFUSED, NOT_EXECUTED, UNDONE,
 *     ABANDONED
 * @param decidedAt when the state came about; null while the command is only intended
 * @param code the registrar's, where it refused
 */
public record JournalEntry(
    String command, String state, Instant intendedAt, Instant decidedAt, Integer code) {}
