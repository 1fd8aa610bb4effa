/** The registrar's handles for the contacts of orders: made once, and deleted when not needed. */
@NullMarked
package io.domainflow.process.contacts;

import org.jspecify.annotations.NullMarked;
