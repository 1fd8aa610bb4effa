/**
 * What Domainflow adds to Camunda Tasklist. The scripts are in {@code plugin-webapp}; they read
 * through the order API.
 */
@NullMarked
package io.domainflow.tasklist;

import org.jspecify.annotations.NullMarked;
