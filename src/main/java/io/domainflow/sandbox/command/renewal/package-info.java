/**
 * Names at the end of their period: renewal, payment, renewal modes and restore. Beside the
 * handlers stands what happens automatically.
 */
@NullMarked
package io.domainflow.sandbox.command.renewal;

import org.jspecify.annotations.NullMarked;
