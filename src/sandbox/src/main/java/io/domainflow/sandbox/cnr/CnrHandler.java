package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.command.Handler;

/** Carries out one command of CentralNic Reseller. */
public interface CnrHandler extends Handler {

  /** The parameters of the command; others are refused. */
  Parameters parameters();
}
