/**
 * Works on the processes' external tasks inside the application: it locks them in one short
 * transaction, asks the registrar outside any transaction, and records what the answer means in
 * another.
 */
@NullMarked
package io.domainflow.process.worker;

import org.jspecify.annotations.NullMarked;
