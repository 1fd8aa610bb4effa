/**
 * The registrar's commands, one record each: what goes over the wire, and what the answer means in
 * our own words. Parameter and property names of the wire stay in here.
 */
package io.domainflow.ispapi.command;
