package io.domainflow.process.transferwatch;

/** In which way the list of transfers differs from what is noted of one. */
enum News {
  /** The name is not on it. */
  GONE,
  /** The transfer has ended, one way or the other. */
  OVER,
  /** It waits for the registrant's confirmation. */
  CONFIRMATION_MAIL,
  /** It waits for the registry. */
  AT_REGISTRY
}
