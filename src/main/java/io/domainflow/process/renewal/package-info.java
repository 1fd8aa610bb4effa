/**
 * The renewal of a name for a paid period, and the bringing back of one that was deleted:
 * DomainRenewalProcess.bpmn.
 */
@NullMarked
package io.domainflow.process.renewal;

import org.jspecify.annotations.NullMarked;
