/**
 * The processes on the Camunda engine. This package contains what all of them need: the description
 * of a process, its variables, its order, and who acts on the engine. Each shared subject has a
 * package below it, and so has each process. Internals of the engine, which a fork may change, are
 * used only in {@code process.engine}.
 */
@NullMarked
package io.domainflow.process;

import org.jspecify.annotations.NullMarked;
