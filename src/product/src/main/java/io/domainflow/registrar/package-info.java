/**
 * Executes commands at most once, on top of a dialect that never repeats a request: journals each
 * command before it is sent, resolves unknown outcomes by checking, and distinguishes refused,
 * unreachable and unknown for its callers. Independent of any registrar's vocabulary.
 */
@NullMarked
package io.domainflow.registrar;

import org.jspecify.annotations.NullMarked;
