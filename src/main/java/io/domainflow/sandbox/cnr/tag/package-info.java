/** Tags of names at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.tag;
