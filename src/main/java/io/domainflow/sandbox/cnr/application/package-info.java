/** Applications for names at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.application;
