package io.domainflow.page;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The page of the handbook and the guides that it leads to, with their texts and pictures. */
@RestController
class HandbookPage {

  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
  private static final CacheControl SOME_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5));

  @GetMapping(path = {"/handbook", "/handbook/"})
  ResponseEntity<Resource> page() {
    return PageFile.of("pages/handbook.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/handbook/{name:[a-z-]+}")
  ResponseEntity<Resource> guide(@PathVariable String name) throws NoResourceFoundException {
    if (text(name).getBody() == null) {
      throw new NoResourceFoundException(HttpMethod.GET, "/handbook/" + name);
    }
    return page();
  }

  @GetMapping(path = "/handbook/{name:[a-z-]+}.md")
  ResponseEntity<Resource> text(@PathVariable String name) {
    return PageFile.of("handbook/" + name + ".md", MediaType.TEXT_MARKDOWN);
  }

  @GetMapping(path = "/handbook/pictures/{folder:handbook|cockpit}/{name:[a-z-]+}.png")
  ResponseEntity<Resource> screen(@PathVariable String folder, @PathVariable String name) {
    String path = "handbook/pictures/" + folder + "/" + name + ".png";
    return PageFile.of(path, MediaType.IMAGE_PNG, SOME_MINUTES);
  }

  @GetMapping(path = "/handbook/pictures/overviews/{name:[A-Za-z]+}.svg")
  ResponseEntity<Resource> overview(@PathVariable String name) {
    return PageFile.of("handbook/pictures/overviews/" + name + ".svg", SVG, SOME_MINUTES);
  }
}
