/**
 * Names at the end of their period: renewal, payment, renewal modes and restore. Besides the
 * handlers, it contains the automatic changes.
 */
@NullMarked
package io.domainflow.sandbox.command.renewal;

import org.jspecify.annotations.NullMarked;
