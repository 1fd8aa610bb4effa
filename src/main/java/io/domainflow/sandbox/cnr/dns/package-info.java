/** Name servers, DNS zones and forwards at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.dns;
