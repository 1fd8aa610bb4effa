package io.domainflow.page;

import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The start page and the login. Both are the same for everybody; they read personal content through
 * the API.
 */
@RestController
class StartPage {

  @GetMapping(path = "/")
  ResponseEntity<Resource> start() {
    return PageFile.of("pages/start.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/login")
  ResponseEntity<Resource> login() {
    return PageFile.of("pages/login.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/pages/{name:start|login|handbook}.js")
  ResponseEntity<Resource> script(@PathVariable String name) {
    return PageFile.of("pages/" + name + ".js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/pages/pages.css")
  ResponseEntity<Resource> style() {
    return PageFile.of("pages/pages.css", MediaType.valueOf("text/css"));
  }
}
