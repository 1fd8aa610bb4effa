package io.domainflow.ote;

/**
 * One thing that is not alike.
 *
 * @param what code, text, property …
 */
record Difference(String what, String ote, String sandbox) {}
