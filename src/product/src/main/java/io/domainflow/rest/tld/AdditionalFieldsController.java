package io.domainflow.rest.tld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.tld.AdditionalFieldsSchemas;
import io.domainflow.tld.FieldCases;
import io.domainflow.tld.TldPolicy;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes as a JSON Schema what a registry requires, before anything is ordered. */
@RestController
class AdditionalFieldsController {

  private static final MediaType SCHEMA = new MediaType("application", "schema+json");

  /** The schema stays the same until the application is restarted, perhaps with other forms. */
  private static final CacheControl SOME_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

  private final AskedTld tlds;
  private final AdditionalFieldsSchemas schemas;
  private final ObjectMapper json;

  AdditionalFieldsController(AskedTld tlds, AdditionalFieldsSchemas schemas, ObjectMapper json) {
    this.tlds = tlds;
    this.schemas = schemas;
    this.json = json;
  }

  /** The path of a top-level domain's schema. */
  static String path(TldPolicy policy) {
    return "/api/v1/tlds/" + policy.tld() + "/additional-fields";
  }

  @GetMapping("/api/v1/tlds/{tld}/additional-fields")
  ResponseEntity<byte[]> schema(
      @PathVariable String tld, @RequestParam MultiValueMap<String, String> parameters)
      throws JsonProcessingException {
    TldPolicy policy = tlds.policy(tld);
    FieldCases cases = AdditionalFieldsQuery.of(parameters);
    byte[] schema = json.writeValueAsBytes(schemas.of(policy, cases));
    return ResponseEntity.ok()
        .contentType(SCHEMA)
        .cacheControl(SOME_MINUTES)
        .eTag("\"" + DigestUtils.md5DigestAsHex(schema) + "\"")
        .body(schema);
  }
}
