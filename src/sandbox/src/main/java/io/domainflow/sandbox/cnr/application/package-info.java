/** Applications for names at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.application;

import org.jspecify.annotations.NullMarked;
