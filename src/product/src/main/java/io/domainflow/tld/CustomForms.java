package io.domainflow.tld;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The forms in the folder of the configuration. If a form has a mistake, neither it nor the
 * built-in one is used for its TLDs.
 */
final class CustomForms {

  private static final Logger log = LoggerFactory.getLogger(CustomForms.class);

  private static final String SUFFIX = ".form";
  // Even if the file is not JSON: its TLDs must not fall back to the built-in form.
  private static final Pattern TLDS = Pattern.compile("\"tlds\"\\s*:\\s*\"([^\"]*)\"");

  private final List<FormFile> forms = new ArrayList<>();
  private final List<FormFault> faults = new ArrayList<>();

  /** The forms if there is no folder. */
  static CustomForms none() {
    return new CustomForms();
  }

  private CustomForms() {}

  /**
   * Reads a folder.
   *
   * @param delivered the built-in forms
   * @param taken keys that a form must not have
   * @throws CatalogueFault if the folder cannot be read
   */
  CustomForms(
      Path folder,
      Collection<FormFile> delivered,
      Set<String> taken,
      ObjectMapper mapper,
      Conditions conditions) {
    for (Path file : filesIn(folder)) {
      read(file, taken, mapper, conditions).ifPresent(forms::add);
    }
    refuse(form -> sameTldAs(form, forms));
    refuse(form -> halfOf(form, delivered));
  }

  List<FormFile> forms() {
    return forms;
  }

  List<FormFault> faults() {
    return faults;
  }

  private Optional<FormFile> read(
      Path path, Set<String> taken, ObjectMapper mapper, Conditions conditions) {
    String file = path.getFileName().toString();
    String json = "";
    try {
      json = Files.readString(path);
      FormFile form = new FormFile(file, json, mapper, conditions);
      form.checkAsOwn(taken);
      return Optional.of(form);
    } catch (IOException e) {
      faults.add(
          new FormFault(
              tlds(file, json),
              file + ": cannot be read; it must be text in UTF-8 that the application may read"));
    } catch (CatalogueFault e) {
      faults.add(new FormFault(tlds(file, json), e.getMessage()));
    }
    return Optional.empty();
  }

  private void refuse(Function<FormFile, Optional<String>> fault) {
    Map<FormFile, String> refused = new LinkedHashMap<>();
    forms.forEach(form -> fault.apply(form).ifPresent(what -> refused.put(form, what)));
    forms.removeAll(refused.keySet());
    refused.forEach(
        (form, what) ->
            faults.add(
                new FormFault(List.copyOf(form.tlds()), form.faultOfTlds(what).getMessage())));
  }

  private static Optional<String> sameTldAs(FormFile form, List<FormFile> forms) {
    for (FormFile other : forms) {
      Set<String> both = new TreeSet<>(other.tlds());
      both.retainAll(form.tlds());
      if (other != form && !both.isEmpty()) {
        return Optional.of(
            "is for .%s, and so is %s; a TLD has one form"
                .formatted(String.join(", .", both), other.file()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> halfOf(FormFile form, Collection<FormFile> delivered) {
    for (FormFile other : delivered) {
      Set<String> left = new LinkedHashSet<>(other.tlds());
      left.removeAll(form.tlds());
      if (other.id().equals(form.id()) && !left.isEmpty()) {
        return Optional.of(
            ("has the id of the delivered form for .%s too; name these TLDs as well, or give the"
                    + " file and its id another name")
                .formatted(String.join(", .", left)));
      }
    }
    return Optional.empty();
  }

  /** The TLDs of a file with a mistake: those that it names, otherwise that of its file name. */
  private static List<String> tlds(String file, String json) {
    Set<String> tlds = new LinkedHashSet<>();
    Matcher matcher = TLDS.matcher(json);
    while (matcher.find()) {
      tlds.addAll(FormFile.list(matcher.group(1)));
    }
    tlds.removeIf(tld -> !PolicyTable.isZone(tld));
    return tlds.isEmpty() ? List.of(FormFile.nameOf(file)) : List.copyOf(tlds);
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      all.stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(SUFFIX))
          .forEach(name -> log.warn("{} is not a .form file and is ignored", folder.resolve(name)));
      return all.stream().filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
    } catch (IOException e) {
      throw new CatalogueFault("domainflow.forms.folder " + folder + " cannot be read", e);
    }
  }
}
