/** The registration of a name: what happens at each step of DomainRegistrationProcess.bpmn. */
package io.domainflow.process.registration;
