/**
 * Who may do what: logins, groups and the engine's authorizations, and the engine's dangerous
 * doors, closed. Also refuses to start a production set-up that lacks a setting.
 */
@NullMarked
package io.domainflow.security;

import org.jspecify.annotations.NullMarked;
