/** Zones, their terms and prices, and currencies at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.price;

import org.jspecify.annotations.NullMarked;
