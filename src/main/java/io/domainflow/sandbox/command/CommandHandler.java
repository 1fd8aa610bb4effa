package io.domainflow.sandbox.command;

/** Carries out one command of HEXONET's, whose parameters are those of its documentation. */
public interface CommandHandler extends Handler {}
