/**
 * The processes on the Camunda engine. Here is what all of them need: what is to be known of a
 * process, its variables, its order, and who acts on the engine. Below, what they share has a
 * package for each subject, and each process has its own. What the engine has inside, which a fork
 * may change, is used in {@code process.engine}.
 */
@NullMarked
package io.domainflow.process;

import org.jspecify.annotations.NullMarked;
