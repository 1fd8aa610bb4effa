/** Suspending names, reactivating them, and letting them end: DomainSuspensionProcess.bpmn. */
@NullMarked
package io.domainflow.process.suspension;

import org.jspecify.annotations.NullMarked;
