package io.domainflow.wire;

/** Interprets one platform's codes and texts. */
public abstract class PlatformCodes extends WireCodes {}
