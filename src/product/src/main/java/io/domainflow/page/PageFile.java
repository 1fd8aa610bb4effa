package io.domainflow.page;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Serves a file of a page, which may not use resources of other sites. */
public final class PageFile {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private PageFile() {}

  /** The file, never cached. */
  public static ResponseEntity<Resource> of(String path, MediaType type) {
    return of(path, type, CacheControl.noStore());
  }

  /** The file, or {@code 404} if there is none. */
  public static ResponseEntity<Resource> of(String path, MediaType type, CacheControl kept) {
    Resource file = new ClassPathResource(path);
    if (!file.exists()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(type.getType().equals("text") ? inUtf8(type) : type)
        .cacheControl(kept)
        .header("Content-Security-Policy", POLICY)
        .body(file);
  }

  private static MediaType inUtf8(MediaType type) {
    return new MediaType(type, StandardCharsets.UTF_8);
  }
}
