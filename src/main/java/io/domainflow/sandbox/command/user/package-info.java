/**
 * Handlers of the commands about who calls: sub-users, role users, sessions and settings, balance
 * and bookings.
 */
package io.domainflow.sandbox.command.user;
