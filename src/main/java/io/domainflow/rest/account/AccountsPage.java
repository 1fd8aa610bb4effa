package io.domainflow.rest.account;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which administrators manage the reseller accounts; it calls the API. */
@RestController
class AccountsPage {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
    return ResponseEntity.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", POLICY)
        .body(new ClassPathResource("accounts/" + name));
  }
}
