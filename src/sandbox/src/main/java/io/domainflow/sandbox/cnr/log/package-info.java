/** The history of names at CentralNic Reseller: events, and deleted names. */
@NullMarked
package io.domainflow.sandbox.cnr.log;

import org.jspecify.annotations.NullMarked;
