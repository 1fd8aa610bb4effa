/** What has happened to names at CentralNic Reseller: events, and names that are gone. */
@NullMarked
package io.domainflow.sandbox.cnr.log;

import org.jspecify.annotations.NullMarked;
