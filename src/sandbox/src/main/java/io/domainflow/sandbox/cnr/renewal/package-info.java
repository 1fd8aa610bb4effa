/** Renewals, modes of renewal and restores at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.renewal;

import org.jspecify.annotations.NullMarked;
