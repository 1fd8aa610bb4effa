package io.domainflow.lineprotocol;

/** Interprets one platform's codes and texts. */
public abstract class PlatformCodes extends LineProtocolCodes {}
