/**
 * One watch for all orders of an account that wait for a registry: a list of its transfers and the
 * registrar's events say who has a reason to look.
 */
@NullMarked
package io.domainflow.process.transferwatch;

import org.jspecify.annotations.NullMarked;
