package io.domainflow.imports;

import org.jspecify.annotations.Nullable;

/**
 * A finding of an import. All texts are for people and have no personal data.
 *
 * @param domain in Unicode; as written if it is not a domain name
 * @param line line of the list, from 1; null if the finding is not about a line
 * @param billing the billing system's value; null if it has none
 * @param registrar the registrar's value, or the one known here; null if there is none
 * @param whatToDo a sentence
 */
public record ImportFinding(
    String domain,
    ImportFindingKind finding,
    @Nullable Integer line,
    @Nullable String billing,
    @Nullable String registrar,
    String whatToDo) {}
