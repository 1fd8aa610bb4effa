package io.domainflow.rest.account;

import io.domainflow.page.PageFile;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which administrators manage the reseller accounts; it calls the API. */
@RestController
class AccountsPage {

  @GetMapping(path = {"/accounts", "/accounts/"})
  ResponseEntity<Resource> page() {
    return file("accounts.html", MediaType.TEXT_HTML);
  }

  @GetMapping(path = "/accounts/accounts.js")
  ResponseEntity<Resource> script() {
    return file("accounts.js", MediaType.valueOf("text/javascript"));
  }

  @GetMapping(path = "/accounts/accounts.css")
  ResponseEntity<Resource> style() {
    return file("accounts.css", MediaType.valueOf("text/css"));
  }

  private static ResponseEntity<Resource> file(String name, MediaType type) {
    return PageFile.of("accounts/" + name, type);
  }
}
