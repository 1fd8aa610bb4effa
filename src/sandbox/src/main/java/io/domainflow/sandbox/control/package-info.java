/**
 * Control calls under {@code /sandbox} and the pages for people: they set up names, faults,
 * accounts and the clock, make things happen, and show mails.
 */
@NullMarked
package io.domainflow.sandbox.control;

import org.jspecify.annotations.NullMarked;
