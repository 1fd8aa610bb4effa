/** What is done with a name that has come by a transfer: the steps of TransferSetupProcess.bpmn. */
package io.domainflow.process.transfersetup;
