/** The commands of CentralNic Reseller: how they are written down, answered and carried out. */
@NullMarked
package io.domainflow.sandbox.cnr;

import org.jspecify.annotations.NullMarked;
