/** Changing how names are set up, and putting that back: DomainUpdateProcess.bpmn. */
@NullMarked
package io.domainflow.process.update;

import org.jspecify.annotations.NullMarked;
