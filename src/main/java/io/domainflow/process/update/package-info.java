/** Changing how names are set up, and putting that back: DomainUpdateProcess.bpmn. */
package io.domainflow.process.update;
