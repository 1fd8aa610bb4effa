package io.domainflow.rest;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the script that the pages and the plugins for Tasklist and Cockpit share. */
@RestController
class SharedScript {

  private static final MediaType SCRIPT =
      new MediaType(MediaType.valueOf("text/javascript"), StandardCharsets.UTF_8);

  @GetMapping(path = "/pages/shared.js")
  ResponseEntity<Resource> script() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noStore())
        .body(new ClassPathResource("pages/shared.js"));
  }
}
