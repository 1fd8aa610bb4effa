/**
 * Control calls under {@code /sandbox} and the pages for people: names, faults, accounts and clock
 * set up, what happens by hand, mails read.
 */
@NullMarked
package io.domainflow.sandbox.control;

import org.jspecify.annotations.NullMarked;
