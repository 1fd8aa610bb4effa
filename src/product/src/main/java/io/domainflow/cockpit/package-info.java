/**
 * What Domainflow adds to Camunda Cockpit for analysts and administrators. The scripts are in
 * {@code plugin-webapp}; they read through the order API and the engine's API.
 */
@NullMarked
package io.domainflow.cockpit;

import org.jspecify.annotations.NullMarked;
