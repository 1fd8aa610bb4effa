/** Tags of names at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.tag;

import org.jspecify.annotations.NullMarked;
