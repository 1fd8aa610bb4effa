/** The registrar's handles for the contacts of orders: made once, and deleted when not needed. */
package io.domainflow.process.contacts;
