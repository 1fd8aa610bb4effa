/** Registers names: the steps of DomainRegistrationProcess.bpmn. */
@NullMarked
package io.domainflow.process.registration;

import org.jspecify.annotations.NullMarked;
