/**
 * Handlers of the commands about accounts: sub-users, role users, sessions and settings, balance
 * and bookings.
 */
@NullMarked
package io.domainflow.sandbox.command.user;

import org.jspecify.annotations.NullMarked;
