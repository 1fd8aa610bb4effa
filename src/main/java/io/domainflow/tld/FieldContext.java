package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * What decides, beside the values themselves, which additional fields a registry wants.
 *
 * @param organization whether the registrant is one, otherwise an individual
 * @param adminOrganization whether the administrative contact is one; null if it is not known here,
 *     as for a contact that is given by its handle
 * @param country of the registrant, ISO 3166-1 alpha-2; null if it is not known here, as for a
 *     contact that is given by its handle
 * @param idn whether the name has characters outside plain ASCII
 */
public record FieldContext(
    FormOperation operation,
    boolean organization,
    @Nullable Boolean adminOrganization,
    @Nullable String country,
    boolean idn) {}
