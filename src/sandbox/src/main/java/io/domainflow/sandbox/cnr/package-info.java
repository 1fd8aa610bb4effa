/** The commands of CentralNic Reseller: their parameters, answers and execution. */
@NullMarked
package io.domainflow.sandbox.cnr;

import org.jspecify.annotations.NullMarked;
