package io.domainflow;

import static io.domainflow.Layer.ROOT;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * Packages in rows, from those that know nothing to those that know most: each may know those of
 * earlier rows, and none of its own row.
 */
final class PackageRows {

  private PackageRows() {}

  static ArchCondition<JavaClass> knowOnlyEarlierRows(List<Set<String>> rows) {
    return new ArchCondition<>("know of these packages only those that stand in earlier rows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int own = row(rows, type);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no row"));
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass known = dependency.getTargetClass().getBaseComponentType();
          if (!known.getPackageName().equals(type.getPackageName()) && row(rows, known) >= own) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The row with the package of a class; -1 if none has it. */
  static int row(List<Set<String>> rows, JavaClass type) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).stream().anyMatch(name -> type.getPackageName().equals(ROOT + name))) {
        return row;
      }
    }
    return -1;
  }
}
