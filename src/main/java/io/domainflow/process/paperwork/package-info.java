/**
 * What has to be signed and sent before a registry decides, the same in each process: the task of
 * the operator who sends it, and what the order says meanwhile.
 */
@NullMarked
package io.domainflow.process.paperwork;

import org.jspecify.annotations.NullMarked;
