/**
 * The registrar's handles for the contacts of orders: created once, and deleted when no longer
 * needed.
 */
@NullMarked
package io.domainflow.process.contacts;

import org.jspecify.annotations.NullMarked;
