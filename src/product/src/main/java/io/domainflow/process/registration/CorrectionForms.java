package io.domainflow.process.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.tld.FormText;
import io.domainflow.tld.TldCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Builds the forms to correct a registration: one for each additional-fields form, created at
 * startup from {@code registration-correct.form} with that form's fields in it, so that a new TLD
 * still needs only one form.
 */
@Component
class CorrectionForms implements SmartInitializingSingleton {

  private static final String BASE = "registration-correct";
  private static final String ADDITIONAL_FIELDS = "additional-fields-";
  private static final String GROUP = "Group_AdditionalFields";

  private final RepositoryService repository;
  private final ResourceLoader resources;
  private final TldCatalogue tlds;
  private final ObjectMapper json;

  CorrectionForms(
      RepositoryService repository,
      ResourceLoader resources,
      TldCatalogue tlds,
      ObjectMapper json) {
    this.repository = repository;
    this.resources = resources;
    this.tlds = tlds;
    this.json = json;
  }

  /**
   * The form for a TLD.
   *
   * @param additionalFieldsForm id of its additional-fields form
   */
  static String idFor(@Nullable String additionalFieldsForm) {
    return additionalFieldsForm == null
        ? BASE
        : BASE + "-" + additionalFieldsForm.substring(ADDITIONAL_FIELDS.length());
  }

  @Override
  public void afterSingletonsInstantiated() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("correction forms").enableDuplicateFiltering(true);
    try {
      String base = text(resources.getResource("classpath:" + BASE + ".form"));
      for (FormText additionalFields : tlds.forms()) {
        ObjectNode form = combined(base, additionalFields.json());
        deployment.addString(form.get("id").textValue() + ".form", form.toPrettyString());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a form cannot be read", e);
    }
    deployment.deploy();
  }

  private ObjectNode combined(String base, String additionalFields) throws JsonProcessingException {
    ObjectNode form = (ObjectNode) json.readTree(base);
    ObjectNode fields = (ObjectNode) json.readTree(additionalFields);
    form.put("id", idFor(fields.get("id").textValue()));
    ArrayNode group = (ArrayNode) group(form).get("components");
    for (JsonNode field : fields.get("components")) {
      if (!isAroundTheFields(field, group)) {
        group.add(field);
      }
    }
    return form;
  }

  // The first texts of a form introduce it where it stands alone, and its facts end it.
  private static boolean isAroundTheFields(JsonNode component, ArrayNode before) {
    return FormText.AROUND_THE_FIELDS.contains(component.path("id").asText())
        || (before.isEmpty() && component.path("type").asText().equals("text"));
  }

  private static JsonNode group(ObjectNode form) {
    for (JsonNode component : form.get("components")) {
      if (component.path("id").asText().equals(GROUP)) {
        return component;
      }
    }
    throw new IllegalStateException(BASE + ".form has no " + GROUP);
  }

  private static String text(Resource resource) throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }
}
