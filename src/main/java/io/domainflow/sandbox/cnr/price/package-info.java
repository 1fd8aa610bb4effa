/** Zones, their terms and prices, and currencies at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.price;
