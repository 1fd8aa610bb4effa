/**
 * The renewal of a name for a paid period, and the bringing back of one that was deleted:
 * DomainRenewalProcess.bpmn.
 */
package io.domainflow.process.renewal;
