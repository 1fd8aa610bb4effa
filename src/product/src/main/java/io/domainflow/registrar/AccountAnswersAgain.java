package io.domainflow.registrar;

/** The registrar answers an account again that it had stopped. */
public record AccountAnswersAgain(String account) {}
