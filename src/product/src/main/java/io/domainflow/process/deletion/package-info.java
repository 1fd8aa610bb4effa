/** Deletes a name before its period ends: DomainDeletionProcess.bpmn. */
@NullMarked
package io.domainflow.process.deletion;

import org.jspecify.annotations.NullMarked;
