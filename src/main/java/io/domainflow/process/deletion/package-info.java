/** The deletion of a name before its period ends: DomainDeletionProcess.bpmn. */
package io.domainflow.process.deletion;
