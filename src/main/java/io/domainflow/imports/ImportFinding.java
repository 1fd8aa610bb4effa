package io.domainflow.imports;

import org.jspecify.annotations.Nullable;

/**
 * One thing that an import has found. All texts are for people and have no personal data.
 *
 * @param domain in its own characters; as it was written where it is no domain name
 * @param line line of the list, from 1; null if it is not about one
 * @param billing what the billing system says; null if it says nothing
 * @param registrar what the registrar says, or what is known here; null if nothing is
 * @param whatToDo a sentence
 */
public record ImportFinding(
    String domain,
    ImportFindingKind finding,
    @Nullable Integer line,
    @Nullable String billing,
    @Nullable String registrar,
    String whatToDo) {}
