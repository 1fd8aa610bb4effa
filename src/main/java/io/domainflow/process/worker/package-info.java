/**
 * Works the processes' external tasks inside the application: locks them in one short transaction,
 * asks the registrar without any, and records what the answer means in another.
 */
@NullMarked
package io.domainflow.process.worker;

import org.jspecify.annotations.NullMarked;
