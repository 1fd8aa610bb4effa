/** Contacts at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.contact;
