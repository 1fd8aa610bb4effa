/** Name servers, DNS zones and forwards at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.dns;

import org.jspecify.annotations.NullMarked;
