/**
 * Who may do what: logins, groups and the engine's authorizations; closes the engine's dangerous
 * endpoints. Also refuses to start a production installation that lacks a setting.
 */
@NullMarked
package io.domainflow.security;

import org.jspecify.annotations.NullMarked;
