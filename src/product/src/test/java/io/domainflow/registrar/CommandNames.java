package io.domainflow.registrar;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.domainflow.registrar.command.Command;
import java.util.Set;
import java.util.stream.Collectors;

/** Our names of all commands, found on the class path. */
public final class CommandNames {

  private static final JavaClasses COMMANDS =
      new ClassFileImporter().importPackages(Command.class.getPackageName());

  private CommandNames() {}

  /** The names of one kind of command, such as all that change something. */
  public static Set<String> of(Class<?> kind) {
    return COMMANDS.stream()
        .filter(type -> type.isAssignableTo(kind))
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toSet());
  }
}
