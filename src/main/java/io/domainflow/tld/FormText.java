package io.domainflow.tld;

/**
 * An additional-fields form that is in use, to be deployed.
 *
 * @param file name of the file, such as {@code ca.form}
 * @param own whether it comes from the folder of one's own forms
 */
public record FormText(String file, String json, boolean own) {}
