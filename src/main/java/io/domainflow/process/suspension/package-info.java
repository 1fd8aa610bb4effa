/** Suspending names, reactivating them, and letting them end: DomainSuspensionProcess.bpmn. */
package io.domainflow.process.suspension;
