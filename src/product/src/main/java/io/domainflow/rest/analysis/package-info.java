/** Figures, history and audit of processes, and the steps that have failed, for staff. */
@NullMarked
package io.domainflow.rest.analysis;

import org.jspecify.annotations.NullMarked;
