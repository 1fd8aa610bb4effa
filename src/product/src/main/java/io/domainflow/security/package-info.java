/**
 * Access control: logins, groups and the engine's authorizations, and the closing of the engine's
 * dangerous endpoints. It also refuses to start a production installation that lacks a setting.
 */
@NullMarked
package io.domainflow.security;

import org.jspecify.annotations.NullMarked;
