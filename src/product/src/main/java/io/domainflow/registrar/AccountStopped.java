package io.domainflow.registrar;

/**
 * Published when the registrar has stopped an account: no more calls are made for it until somebody
 * settles the matter.
 *
 * @param reason the registrar's code and message, for people
 */
public record AccountStopped(String account, String reason) {}
