package io.domainflow.ote;

/**
 * One difference between the answers.
 *
 * @param what code, text, property …
 */
record Difference(String what, String ote, String sandbox) {}
