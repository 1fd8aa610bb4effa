/** Names at CentralNic Reseller. */
@NullMarked
package io.domainflow.sandbox.cnr.domain;

import org.jspecify.annotations.NullMarked;
