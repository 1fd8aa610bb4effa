/**
 * Signed forms that a registry needs before it decides, the same in each process: the task of the
 * operator who sends the form, and what the order says meanwhile.
 */
@NullMarked
package io.domainflow.process.paperwork;

import org.jspecify.annotations.NullMarked;
