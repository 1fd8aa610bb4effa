package io.domainflow.sandbox.control;

import io.domainflow.sandbox.ConditionalOnSandbox;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which people use the control calls; all its content comes from them. */
@RestController
@ConditionalOnSandbox
class SandboxPage {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @GetMapping(path = {"/sandbox", "/sandbox/"})
  ResponseEntity<Resource> page() {
    return file("sandbox.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/sandbox/sandbox.js")
  ResponseEntity<Resource> script() {
    return file("sandbox.js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/sandbox/sandbox.css")
  ResponseEntity<Resource> style() {
    return file("sandbox.css", MediaType.valueOf("text/css"));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .body(new ClassPathResource("io/domainflow/sandbox/page/" + name));
  }
}
