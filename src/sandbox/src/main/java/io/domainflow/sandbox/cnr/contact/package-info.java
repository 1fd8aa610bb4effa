/** Contacts at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.contact;

import org.jspecify.annotations.NullMarked;
