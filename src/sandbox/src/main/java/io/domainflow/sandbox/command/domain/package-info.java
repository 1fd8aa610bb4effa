/**
 * Handlers of the commands about names and applications for names: checks, registration, changes,
 * deletion, lists, and what the registries allow.
 */
@NullMarked
package io.domainflow.sandbox.command.domain;

import org.jspecify.annotations.NullMarked;
