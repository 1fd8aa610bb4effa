/** What is done with a name that has come by a transfer: the steps of TransferSetupProcess.bpmn. */
@NullMarked
package io.domainflow.process.transfersetup;

import org.jspecify.annotations.NullMarked;
