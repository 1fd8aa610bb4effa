/**
 * What somebody has to sign and send before a registry decides, the same for each process: the task
 * of the operator who sees to it, and what the order says meanwhile.
 */
@NullMarked
package io.domainflow.process.paperwork;

import org.jspecify.annotations.NullMarked;
