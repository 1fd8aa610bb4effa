package io.domainflow.tld;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.process.additionalfields.ServerFeel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The built-in catalogue, with shortcuts for tests. */
final class Catalogues {

  static final TldCatalogue DELIVERED = over(Catalogues.class.getClassLoader());

  private Catalogues() {}

  static TldCatalogue over(ClassLoader classPath) {
    return over(classPath, null);
  }

  /** The catalogue with a folder of an installation's forms. */
  static TldCatalogue over(ClassLoader classPath, Path folder) {
    try {
      return new TldCatalogue(
          new PathMatchingResourcePatternResolver(classPath),
          new ObjectMapper(),
          ServerFeel.conditions(),
          new FormsProperties(folder == null ? null : folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TldPolicy policy(String domain) {
    return DELIVERED.policyFor(DomainName.of(domain)).orElseThrow();
  }

  static AdditionalFieldsForm form(String domain) {
    return policy(domain).form().orElseThrow();
  }

  static AdditionalFields values(String... parametersAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parametersAndValues.length; i += 2) {
      values.put(parametersAndValues[i], parametersAndValues[i + 1]);
    }
    return new AdditionalFields(values);
  }

  static FieldContext individual(FormOperation operation) {
    return new FieldContext(operation, false, false, "FR", false);
  }

  static FieldContext organization(FormOperation operation) {
    return new FieldContext(operation, true, true, "FR", false);
  }

  static List<String> missing(
      AdditionalFieldsForm form, AdditionalFields values, FieldContext context) {
    return form.missing(values, context).stream().map(AdditionalField::key).toList();
  }

  static List<String> codes(List<FieldProblem> problems) {
    return problems.stream().map(problem -> problem.field() + " " + problem.code()).toList();
  }

  static String resource(String name) {
    try {
      return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
