/** The registration of a name: what happens at each step of DomainRegistrationProcess.bpmn. */
@NullMarked
package io.domainflow.process.registration;

import org.jspecify.annotations.NullMarked;
