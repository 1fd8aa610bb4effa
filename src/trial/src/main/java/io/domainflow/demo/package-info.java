/**
 * Demo data: a shop's orders of some months, in every state, created through the order API,
 * Camunda's REST API and the controls of the sandbox. It knows only the addresses of the rest of
 * the application, and does nothing unless requested. Not in production's jar.
 */
@NullMarked
package io.domainflow.demo;

import org.jspecify.annotations.NullMarked;
