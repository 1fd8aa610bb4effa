/**
 * A single watch for all orders of an account that wait for a registry: a list of its transfers and
 * the registrar's events show which orders have a reason to check.
 */
@NullMarked
package io.domainflow.process.transferwatch;

import org.jspecify.annotations.NullMarked;
