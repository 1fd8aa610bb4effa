package io.domainflow.registrar;

/**
 * The registrar has stopped an account, and nothing is asked for it from now on: somebody has to
 * clear that up.
 *
 * @param reason the registrar's code and words, for people
 */
public record AccountStopped(String account, String reason) {}
