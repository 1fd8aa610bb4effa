/** Sets up a transferred name: the steps of TransferSetupProcess.bpmn. */
@NullMarked
package io.domainflow.process.transfersetup;

import org.jspecify.annotations.NullMarked;
