package io.domainflow.sandbox;

import io.domainflow.model.MovableClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The sandbox alone, without engine or database (profile {@code sandbox}). Not a {@code
 * Configuration}, so that the whole application does not find it when it scans its packages.
 */
@EnableAutoConfiguration
@ComponentScan
public class SandboxApplication {

  @Bean
  MovableClock clock() {
    return new MovableClock();
  }

  /** In the whole application another bean serves the script that all pages share. */
  @Bean
  RouterFunction<ServerResponse> sharedScript() {
    return RouterFunctions.route()
        .GET(
            "/pages/shared.js",
            request ->
                ServerResponse.ok()
                    .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                    .cacheControl(CacheControl.noStore())
                    .body(new ClassPathResource("pages/shared.js")))
        .build();
  }

  @Bean
  AloneAnnouncement aloneAnnouncement(Environment settings) {
    return new AloneAnnouncement(settings);
  }

  @Bean
  LoopbackOnlyFilter loopbackOnlyFilter() {
    return new LoopbackOnlyFilter();
  }
}
