/** Renews names for a paid period, and restores deleted ones: DomainRenewalProcess.bpmn. */
@NullMarked
package io.domainflow.process.renewal;

import org.jspecify.annotations.NullMarked;
