package io.domainflow.page;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of the handbook, with its text and pictures. */
@RestController
class HandbookPage {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
  private static final CacheControl SOME_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5));

  @GetMapping(path = {"/handbook", "/handbook/"})
  ResponseEntity<Resource> page() {
    return PageFile.of("pages/handbook.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/handbook/handbook.md")
  ResponseEntity<Resource> text() {
    return PageFile.of("handbook/handbook.md", MediaType.TEXT_MARKDOWN);
  }

  @GetMapping(path = "/handbook/pictures/handbook/{name:[a-z-]+}.png")
  ResponseEntity<Resource> screen(@PathVariable String name) {
    String path = "handbook/pictures/handbook/" + name + ".png";
    return PageFile.of(path, MediaType.IMAGE_PNG, SOME_MINUTES);
  }

  @GetMapping(path = "/handbook/pictures/overviews/{name:[A-Za-z]+}.svg")
  ResponseEntity<Resource> overview(@PathVariable String name) {
    return PageFile.of("handbook/pictures/overviews/" + name + ".svg", SVG, SOME_MINUTES);
  }
}
