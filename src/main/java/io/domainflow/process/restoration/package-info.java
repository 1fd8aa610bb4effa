/** The bringing back of a deleted name, for an order that needs it: RestorationProcess.bpmn. */
package io.domainflow.process.restoration;
