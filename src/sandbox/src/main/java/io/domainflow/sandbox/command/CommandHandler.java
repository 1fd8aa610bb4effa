package io.domainflow.sandbox.command;

/** Carries out one of HEXONET's commands, with the parameters of its documentation. */
public interface CommandHandler extends Handler {

  @Override
  default String command() {
    return getClass().getSimpleName().replaceFirst("Handler$", "");
  }
}
