package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form for several TLDs.
 *
 * @param onlyTld the only TLD with the field; null if all have it
 */
record TldField(AdditionalField field, @Nullable String onlyTld) {}
