/** Transfers at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.transfer;

import org.jspecify.annotations.NullMarked;
