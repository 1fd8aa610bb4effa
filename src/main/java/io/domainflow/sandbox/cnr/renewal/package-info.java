/** Renewals, modes of renewal and restores at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.renewal;
