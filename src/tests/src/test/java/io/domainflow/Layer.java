package io.domainflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Classes of some of our packages, which may depend on few others of ours. */
record Layer(List<String> packages) {

  static final String ROOT = "io.domainflow.";

  static Layer ours(String... packages) {
    return new Layer(List.of(packages));
  }

  ArchRule dependOn(String... allowed) {
    DescribedPredicate<JavaClass> oursOutside =
        DescribedPredicate.describe(
            "packages of Domainflow other than " + String.join(", ", allowed),
            candidate ->
                candidate.getPackageName().startsWith("io.domainflow")
                    && !isIn(candidate, packages)
                    && !isIn(candidate, List.of(allowed)));
    return noClasses()
        .that(DescribedPredicate.describe("are of this layer", c -> isIn(c, packages)))
        .should()
        .dependOnClassesThat(oursOutside);
  }

  private static boolean isIn(JavaClass candidate, List<String> packages) {
    for (String name : packages) {
      String full = ROOT + name;
      if (candidate.getPackageName().equals(full)
          || candidate.getPackageName().startsWith(full + ".")) {
        return true;
      }
    }
    return false;
  }
}
