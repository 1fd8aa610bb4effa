package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.command.Handler;

/** Carries out one command of CentralNic Reseller. */
public interface CnrHandler extends Handler {

  @Override
  default String command() {
    return getClass().getSimpleName().replaceFirst("^Cnr", "");
  }

  /** The parameters of the command; others are refused. */
  Parameters parameters();
}
