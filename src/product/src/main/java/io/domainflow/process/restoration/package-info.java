/** Restores a deleted name for an order that needs it: RestorationProcess.bpmn. */
@NullMarked
package io.domainflow.process.restoration;

import org.jspecify.annotations.NullMarked;
