/** What has happened to names at CentralNic Reseller: events, and names that are gone. */
package io.domainflow.sandbox.cnr.log;
