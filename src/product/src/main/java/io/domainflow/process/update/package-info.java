/** Updates of names' settings, and their reversal: DomainUpdateProcess.bpmn. */
@NullMarked
package io.domainflow.process.update;

import org.jspecify.annotations.NullMarked;
