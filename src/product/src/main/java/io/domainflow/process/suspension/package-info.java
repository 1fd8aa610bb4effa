/** Suspends names, reactivates them, and lets them expire: DomainSuspensionProcess.bpmn. */
@NullMarked
package io.domainflow.process.suspension;

import org.jspecify.annotations.NullMarked;
