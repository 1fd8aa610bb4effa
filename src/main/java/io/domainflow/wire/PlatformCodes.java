package io.domainflow.wire;

/** How one platform's codes and words are read. */
public abstract class PlatformCodes extends WireCodes {}
