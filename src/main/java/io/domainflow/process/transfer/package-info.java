/** The transfer of a name to an account: DomainTransferProcess.bpmn. */
package io.domainflow.process.transfer;
