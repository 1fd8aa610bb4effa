/** Transfers a name to an account: DomainTransferProcess.bpmn. */
@NullMarked
package io.domainflow.process.transfer;

import org.jspecify.annotations.NullMarked;
