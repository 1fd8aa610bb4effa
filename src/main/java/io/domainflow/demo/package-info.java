/**
 * Demo data: a shop's orders of some months, in every state, made through the order API, Camunda's
 * REST API and the controls of the sandbox. Knows nothing of the rest of the application but its
 * addresses, and does nothing unless it is asked for. Not in production's jar.
 */
@NullMarked
package io.domainflow.demo;

import org.jspecify.annotations.NullMarked;
