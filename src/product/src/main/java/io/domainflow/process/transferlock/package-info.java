/** Watches the lock after a change of registrant: TransferLockProcess.bpmn. */
@NullMarked
package io.domainflow.process.transferlock;

import org.jspecify.annotations.NullMarked;
