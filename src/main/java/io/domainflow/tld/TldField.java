package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form that is for several TLDs.
 *
 * @param onlyTld the one of them that has the field; null if all have
 */
record TldField(AdditionalField field, @Nullable String onlyTld) {}
