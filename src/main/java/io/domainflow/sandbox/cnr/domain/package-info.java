/** Names at CentralNic Reseller. */
package io.domainflow.sandbox.cnr.domain;
