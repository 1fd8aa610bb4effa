/**
 * Names at the end of their period: renewal, payment, renewal modes and restore. Beside the
 * handlers stands what goes on by itself.
 */
package io.domainflow.sandbox.command.renewal;
