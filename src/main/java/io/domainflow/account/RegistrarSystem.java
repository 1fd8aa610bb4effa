package io.domainflow.account;

/** Which of a platform's systems an account is on. Credentials of one are never sent to another. */
public enum RegistrarSystem {
  /** Real names for real money. */
  LIVE(Platform.ISPAPI, Stage.LIVE),
  /** The registrar's own test system. */
  OTE(Platform.ISPAPI, Stage.TEST),
  /** The registrar's stand-in that ships with Domainflow. */
  SANDBOX(Platform.ISPAPI, Stage.SANDBOX),
  /** Real names for real money, at CentralNic Reseller. */
  CNR_LIVE(Platform.CNR, Stage.LIVE),
  /** The test system of CentralNic Reseller. */
  CNR_OTE(Platform.CNR, Stage.TEST),
  /** The stand-in for CentralNic Reseller that ships with Domainflow. */
  CNR_SANDBOX(Platform.CNR, Stage.SANDBOX);

  /** Whether what is bought is real. */
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

  /** What people call it, as the rest of a sentence. */
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
