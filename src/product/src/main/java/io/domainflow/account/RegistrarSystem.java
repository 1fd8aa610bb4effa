package io.domainflow.account;

/**
 * The system of a platform that an account is on. Credentials for one system are never sent to
 * another.
 */
public enum RegistrarSystem {
  /** Real names for real money. */
  LIVE(Platform.ISPAPI, Stage.LIVE),
  /** The registrar's own test system. */
  OTE(Platform.ISPAPI, Stage.TEST),
  /** The sandbox of HEXONET. */
  SANDBOX(Platform.ISPAPI, Stage.SANDBOX),
  /** Real names for real money, at CentralNic Reseller. */
  CNR_LIVE(Platform.CNR, Stage.LIVE),
  /** The test system of CentralNic Reseller. */
  CNR_OTE(Platform.CNR, Stage.TEST),
  /** The sandbox of CentralNic Reseller. */
  CNR_SANDBOX(Platform.CNR, Stage.SANDBOX);

  /** The kind of system. */
  public enum Stage {
    LIVE,
    TEST,
    SANDBOX
  }

  private final Platform platform;
  private final Stage stage;

  RegistrarSystem(Platform platform, Stage stage) {
    this.platform = platform;
    this.stage = stage;
  }

  public Platform platform() {
    return platform;
  }

  public Stage stage() {
    return stage;
  }

  /** Its name for people, as the end of a sentence. */
  public String title() {
    String name =
        switch (stage) {
          case LIVE -> "live system";
          case TEST -> "test system (OT&E)";
          case SANDBOX -> "sandbox";
        };
    return platform == Platform.ISPAPI ? name : name + " of " + platform.title();
  }
}
