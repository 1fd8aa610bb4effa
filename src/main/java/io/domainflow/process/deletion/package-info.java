/** The deletion of a name before its period ends: DomainDeletionProcess.bpmn. */
@NullMarked
package io.domainflow.process.deletion;

import org.jspecify.annotations.NullMarked;
