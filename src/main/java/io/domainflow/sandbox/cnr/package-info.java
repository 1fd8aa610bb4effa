/** The commands of CentralNic Reseller: how they are written down, answered and carried out. */
package io.domainflow.sandbox.cnr;
