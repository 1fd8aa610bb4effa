package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * What determines, besides the values themselves, which additional fields a registry requires.
 *
 * @param organization whether the registrant is an organization, otherwise an individual
 * @param adminOrganization whether the administrative contact is an organization; null if not
 *     known, as for a contact that is given by its handle
 * @param country of the registrant, ISO 3166-1 alpha-2; null if not known, as for a contact that is
 *     given by its handle
 * @param idn whether the name has non-ASCII characters
 */
public record FieldContext(
    FormOperation operation,
    boolean organization,
    @Nullable Boolean adminOrganization,
    @Nullable String country,
    boolean idn) {}
