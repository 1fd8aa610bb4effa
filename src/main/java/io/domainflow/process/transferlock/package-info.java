/** What is done about the lock after a change of registrant: TransferLockProcess.bpmn. */
package io.domainflow.process.transferlock;
