package io.domainflow.sandbox;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.domainflow.build.OurTests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads the {@link Behaviour} marks of the sandbox. */
public final class Marks {

  private static final List<Marked> ALL = read();

  private Marks() {}

  /** A mark and the simple name of the class that has it. */
  record Marked(String where, Behaviour mark) {}

  /** Every mark, by class and behaviour. */
  static List<Marked> all() {
    return ALL;
  }

  /**
   * The text of a mark, in a line.
   *
   * @param beginning the beginning of the behaviour; must be unique
   */
  public static String words(String beginning) {
    List<Marked> found =
        ALL.stream().filter(marked -> marked.mark().value().startsWith(beginning)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " marks begin with «" + beginning + "»");
    }
    Behaviour mark = found.get(0).mark();
    return mark.basis().name().toLowerCase(Locale.ROOT)
        + ": "
        + mark.value()
        + (mark.profileB().isEmpty() ? "" : "; profile B: " + mark.profileB())
        + " (`"
        + found.get(0).where()
        + "`)";
  }

  private static List<Marked> read() {
    List<Marked> marks = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(OurTests.NONE)
            .importPackages("io.domainflow.sandbox")) {
      for (Behaviour mark : type.reflect().getAnnotationsByType(Behaviour.class)) {
        marks.add(new Marked(type.getSimpleName(), mark));
      }
    }
    marks.sort(Comparator.comparing(Marked::where).thenComparing(marked -> marked.mark().value()));
    return List.copyOf(marks);
  }
}
