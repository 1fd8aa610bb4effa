package io.domainflow.build;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes of tests: folders while the build compiles, a jar once their module is packaged. */
public final class OurTests {

  /** They alone. */
  public static final ImportOption ONLY =
      location -> location.contains("/test-classes/") || location.contains("-tests.jar");

  /** Everything else. */
  public static final ImportOption NONE = location -> !ONLY.includes(location);

  private OurTests() {}

  /** Everything else, for an annotation. */
  public static final class None implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return NONE.includes(location);
    }
  }
}
