package io.domainflow.security;

import static io.domainflow.security.EngineGroup.ADMINISTRATORS;
import static io.domainflow.security.EngineGroup.ANALYSTS;
import static io.domainflow.security.EngineGroup.APPROVERS;
import static io.domainflow.security.EngineGroup.BILLING;
import static io.domainflow.security.EngineGroup.OPERATORS;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAnyAuthority;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.not;

import io.domainflow.client.ClientTokens;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Configures access to all paths. Tasklist, Cockpit and Admin have their own login and access
 * rules; everything else requires HTTP Basic, the token of an API client, or their session, and is
 * closed unless it is listed here.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiProperties.class, MetricsProperties.class})
class SecurityConfiguration {

  private static final String[] EVERYBODY =
      authorities(OPERATORS, APPROVERS, ANALYSTS, BILLING, ADMINISTRATORS);
  private static final String[] WHO_MAY_ORDER =
      authorities(OPERATORS, APPROVERS, BILLING, ADMINISTRATORS);
  private static final String[] WHO_HAS_WEBHOOKS = authorities(BILLING, ADMINISTRATORS);
  private static final String[] STAFF = authorities(OPERATORS, APPROVERS, ANALYSTS, ADMINISTRATORS);
  private static final String[] WHO_APPROVES = authorities(APPROVERS, ADMINISTRATORS);
  private static final String ADMINISTRATOR = ADMINISTRATORS.authority();

  /** The paths that a login makes sense for; a browser on any other path is lost. */
  private static final RequestMatcher KNOWN =
      paths(
          "/api/**",
          "/engine-rest/**",
          "/accounts/**",
          "/sandbox/**",
          "/api-docs/**",
          "/webjars/**",
          "/actuator/**",
          "/camunda/**");

  /** Requests are timed as a whole; measuring each filter costs more than it is worth. */
  @Bean
  static SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain webapps(HttpSecurity http, LoginAuthenticationProvider users)
      throws Exception {
    LoginChallenge challenge = new LoginChallenge(KNOWN);
    return http.securityMatcher(
            paths("/camunda/**", "/camunda-welcome/**", "/error", "/favicon.ico"))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new WebappTokenFilter(), AuthorizationFilter.class)
        .addFilterBefore(new WebappLoginFilter(users, challenge), AuthorizationFilter.class)
        .addFilterBefore(
            new WebappStaffFilter(users, challenge, path("/camunda/api/**")),
            AuthorizationFilter.class)
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(
                    (request, response, denied) ->
                        (path("/camunda/api/admin/setup/**").matches(request)
                                ? Problem.SETUP_CLOSED
                                : Problem.FORBIDDEN)
                            .send(request, response)))
        .authorizeHttpRequests(
            requests ->
                requests
                    // CVE-2026-77226: lets anybody create an administrator
                    .requestMatchers(path("/camunda/api/admin/setup/**"))
                    .denyAll()
                    // reveals whether a password is right, without counting the tries
                    .requestMatchers(path("/camunda/api/engine/engine/{name}/identity/verify"))
                    .denyAll()
                    // no page uses it; it answers from its own thread, with 500 for everybody
                    .requestMatchers(
                        path("/camunda/api/engine/engine/{name}/external-task/fetchAndLock"))
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain apis(
      HttpSecurity http,
      IdentityService identityService,
      LoginAuthenticationProvider users,
      ClientTokens tokens,
      LoginAttempts attempts,
      ApiProperties limits,
      MetricsProperties metrics)
      throws Exception {
    RequestMatcher actsInTheEngine = paths("/engine-rest/**", "/api/v1/**");
    LoginChallenge challenge = new LoginChallenge(KNOWN);
    RequestMatcher takesTokens =
        new OrRequestMatcher(actsInTheEngine, paths("/api-docs/**", "/webjars/**"));
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session ->
                session
                    .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    // an existing session belongs to a web application, which keeps using its id
                    .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none))
        .authenticationProvider(new TokenAuthenticationProvider(tokens, attempts))
        .authenticationProvider(new MetricsLogin(metrics))
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(challenge)
                    .addObjectPostProcessor(readLoginsBy(new LoginConverter(takesTokens))))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(challenge)
                    .accessDeniedHandler(
                        (request, response, denied) -> challenge.deny(request, response)))
        .addFilterAfter(new WebappSessionFilter(users, challenge), BasicAuthenticationFilter.class)
        .addFilterAfter(
            new RequestLimitFilter(
                new RequestLimits(TimeMeter.SYSTEM_NANOTIME),
                limits.requestsPerMinute(),
                actsInTheEngine),
            BasicAuthenticationFilter.class)
        .addFilterAfter(new FormsRefusedFilter(path("/api/v1/**")), AuthorizationFilter.class)
        .addFilterAfter(
            new EngineAuthenticationFilter(identityService, actsInTheEngine),
            AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    // the second part of an asynchronous request whose first part was authorised
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(SecurityConfiguration::comesFromAnotherSite)
                    .denyAll()
                    .requestMatchers(
                        paths(
                            "/actuator/health",
                            "/actuator/health/readiness",
                            "/actuator/health/liveness",
                            // has its credentials in the body, like the registrar's
                            "/sandbox/api/call.cgi",
                            "/sandbox/cnr/api/**",
                            // the reader of the mail has its links
                            "/sandbox/mail/**",
                            // the registrant has no login, but a link as proof
                            "/holder/{secret}",
                            // only the pages; they load their data through the API
                            "/",
                            "/orders/**",
                            "/handbook/**",
                            // who is logged in, for the browser that has the session
                            "/login/**",
                            // files that the pages share
                            "/pages/**"))
                    .permitAll()
                    .requestMatchers(path(HttpMethod.GET, "/actuator/prometheus"))
                    .hasAnyAuthority(MetricsLogin.AUTHORITY, ADMINISTRATOR)
                    .requestMatchers(paths("/actuator/**", "/sandbox/**", "/accounts/**"))
                    .hasAuthority(ADMINISTRATOR)
                    // which logins may buy with which accounts, and all names bought with them
                    .requestMatchers(
                        paths("/api/v1/accounts/**", "/api/v1/clients/**", "/api/v1/imports/**"))
                    .hasAuthority(ADMINISTRATOR)
                    .requestMatchers(path("/api/v1/webhooks/**"))
                    .hasAnyAuthority(WHO_HAS_WEBHOOKS)
                    // the owner of a name decides who may order for it
                    .requestMatchers(
                        paths("/api/v1/domains/{domain}/owner", "/api/v1/domain-owners"))
                    .access(
                        allOf(
                            hasAnyAuthority(WHO_MAY_ORDER), not(hasAuthority(BILLING.authority()))))
                    // about all orders, which no client may see, whatever other groups it has
                    .requestMatchers(
                        paths(
                            "/api/v1/figures/**",
                            "/api/v1/processes/**",
                            "/api/v1/process-instances/**",
                            "/api/v1/failed-steps/**"))
                    .access(allOf(hasAnyAuthority(STAFF), not(hasAuthority(BILLING.authority()))))
                    // the proof of a denial may contain personal data
                    .requestMatchers(
                        path(HttpMethod.GET, "/api/v1/outgoing-transfers/{id}/answers"))
                    .hasAnyAuthority(WHO_APPROVES)
                    // contains the names of trademark holders
                    .requestMatchers(
                        path(HttpMethod.GET, "/api/v1/orders/{reference}/claims-notice"))
                    .hasAnyAuthority(WHO_MAY_ORDER)
                    .requestMatchers(path(HttpMethod.GET, "/api/v1/**"))
                    .hasAnyAuthority(EVERYBODY)
                    // only queries, although by POST
                    .requestMatchers(path(HttpMethod.POST, "/api/v1/availability"))
                    .hasAnyAuthority(EVERYBODY)
                    .requestMatchers(path(HttpMethod.POST, "/api/v1/domains/{domain}/refresh"))
                    .hasAnyAuthority(EVERYBODY)
                    .requestMatchers(path(HttpMethod.POST, "/api/v1/orders/**"))
                    .hasAnyAuthority(WHO_MAY_ORDER)
                    .requestMatchers(path(HttpMethod.POST, "/api/v1/dry-runs"))
                    .hasAnyAuthority(WHO_MAY_ORDER)
                    .requestMatchers(path("/api/v1/**"))
                    .hasAuthority(ADMINISTRATOR)
                    .requestMatchers(
                        paths(
                            "/engine-rest/identity/verify",
                            "/engine-rest/engine/{name}/identity/verify"))
                    .denyAll()
                    .requestMatchers(startsAProcess())
                    .hasAnyAuthority(EVERYBODY)
                    .requestMatchers(path("/engine-rest/**"))
                    .access(allOf(hasAnyAuthority(STAFF), not(hasAuthority(BILLING.authority()))))
                    .requestMatchers(paths("/api-docs/**", "/webjars/**"))
                    .hasAnyAuthority(EVERYBODY)
                    .anyRequest()
                    .denyAll())
        .build();
  }

  private static ObjectPostProcessor<BasicAuthenticationFilter> readLoginsBy(
      AuthenticationConverter converter) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BasicAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationConverter(converter);
        return filter;
      }
    };
  }

  /** A browser that is logged in here also sends the login with forms of any other site. */
  private static boolean comesFromAnotherSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null
        && !site.equals("same-origin")
        && !site.equals("none")
        && !request.getMethod().equals("GET");
  }

  /**
   * The only thing a billing system may do in the engine; there, its permissions decide on the
   * process.
   */
  private static RequestMatcher startsAProcess() {
    return new OrRequestMatcher(
        path(HttpMethod.GET, "/engine-rest/process-definition/key/{key}"),
        path(HttpMethod.POST, "/engine-rest/process-definition/key/{key}/start"),
        path(HttpMethod.POST, "/engine-rest/process-definition/{id}/start"));
  }

  @Bean
  LoginAttempts loginAttempts(Clock clock) {
    return new LoginAttempts(clock);
  }

  @Bean
  LoginAuthenticationProvider loginAuthenticationProvider(
      IdentityService identityService, LoginAttempts attempts) {
    return new LoginAuthenticationProvider(identityService, attempts);
  }

  @Bean
  FilterRegistrationBean<StrictPathFilter> strictPathFilter() {
    FilterRegistrationBean<StrictPathFilter> first =
        new FilterRegistrationBean<>(new StrictPathFilter());
    // after the filter that gives each request its id
    first.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    first.setAsyncSupported(true);
    return first;
  }

  @Bean
  FilterRegistrationBean<SessionAfterLoginFilter> sessionAfterLoginFilter() {
    FilterRegistrationBean<SessionAfterLoginFilter> third =
        new FilterRegistrationBean<>(new SessionAfterLoginFilter());
    third.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
    third.setAsyncSupported(true);
    return third;
  }

  @Bean
  FilterRegistrationBean<NotReadyFilter> startingFilter(NotReadyFilter filter) {
    FilterRegistrationBean<NotReadyFilter> second = new FilterRegistrationBean<>(filter);
    second.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    second.setAsyncSupported(true);
    return second;
  }

  @Bean
  static NotReadyFilter whileStarting() {
    return new NotReadyFilter(paths("/api/**", "/engine-rest/**", "/camunda/**"));
  }

  private static String[] authorities(EngineGroup... groups) {
    return Stream.of(groups).map(EngineGroup::authority).toArray(String[]::new);
  }

  private static RequestMatcher paths(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns).map(SecurityConfiguration::path).toArray(RequestMatcher[]::new));
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }
}
