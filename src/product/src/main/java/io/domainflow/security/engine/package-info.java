/**
 * Closes the engine's dangerous endpoints: interceptors of its commands, and the permissions that
 * it grants. Only this package and {@code process.engine} use internals of the engine.
 */
@NullMarked
package io.domainflow.security.engine;

import org.jspecify.annotations.NullMarked;
