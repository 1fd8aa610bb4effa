/** Figures, history and audit of processes, and the steps that have failed, for staff. */
package io.domainflow.rest.analysis;
