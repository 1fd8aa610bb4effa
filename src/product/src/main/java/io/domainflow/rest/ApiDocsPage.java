package io.domainflow.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which developers read and try the order API and the engine's own API, and the two
 * specifications themselves.
 */
@RestController
class ApiDocsPage {

  // Swagger UI sets styles on its elements and embeds images in its style sheet.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " connect-src 'self'; img-src 'self' data:; font-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final MediaType YAML = MediaType.valueOf("application/yaml");

  private final Resource engineRest;

  ApiDocsPage(ObjectMapper json) throws IOException {
    this.engineRest = engineRest(json);
  }

  @GetMapping(path = {"/api-docs", "/api-docs/"})
  ResponseEntity<Resource> page() {
    return file(new ClassPathResource("api-docs/api-docs.html"), MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/api-docs/api-docs.js")
  ResponseEntity<Resource> script() {
    return file(
        new ClassPathResource("api-docs/api-docs.js"), MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/api-docs/openapi.yaml")
  ResponseEntity<Resource> specification() {
    return file(new ClassPathResource("api-docs/openapi.yaml"), YAML);
  }

  @GetMapping(path = "/api-docs/engine-rest.json")
  ResponseEntity<Resource> engineRest() {
    return file(engineRest, MediaType.APPLICATION_JSON);
  }

  /**
   * The specification that comes with the engine, with this application as its server instead of a
   * guessed one.
   */
  private static Resource engineRest(ObjectMapper json) throws IOException {
    ObjectNode specification =
        (ObjectNode) json.readTree(new ClassPathResource("openapi.json").getInputStream());
    specification.putArray("servers").addObject().put("url", "/engine-rest");
    return new ByteArrayResource(json.writeValueAsBytes(specification));
  }

  private static ResponseEntity<Resource> file(Resource file, MediaType type) {
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .header("Content-Security-Policy", POLICY)
        .body(file);
  }
}
