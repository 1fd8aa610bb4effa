/** Transfers at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.transfer;
