package io.domainflow.rest;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A client generated from the specification, and a shop that uses nothing else, place, repeat,
 * race, cancel and watch orders. The shop is in {@code src/tests/order-client}.
 */
@DomainflowTest
@OnlyInFull("OpenApiTest holds the specification to the code")
class GeneratedClientTest {

  private static final Path SHOP = Path.of("src/tests/order-client/Shop.java");

  @TempDir private static Path work;
  private static URLClassLoader classes;

  private final Registrations registrations;
  private final Object shop;
  private final Object stranger;

  @Autowired
  GeneratedClientTest(@LocalServerPort int port) throws ReflectiveOperationException {
    this.registrations = new Registrations(port);
    this.shop = shop(port, "billing");
    this.stranger = shop(port, "billing2");
  }

  @BeforeAll
  static void generateAndCompile() throws IOException, InterruptedException {
    Path client = work.resolve("client");
    ClientGenerator.generate(
        "java",
        client,
        "--library=native",
        "--additional-properties=openApiNullable=false,useJakartaEe=true,"
            + "invokerPackage=shop.client,apiPackage=shop.client.api,"
            + "modelPackage=shop.client.model");
    Path compiled = Files.createDirectory(work.resolve("classes"));
    compile(client.resolve("src/main/java"), compiled);
    classes =
        new URLClassLoader(
            new URL[] {compiled.toUri().toURL()}, GeneratedClientTest.class.getClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    classes.close();
  }

  private static void compile(Path sources, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> generated = Files.walk(sources);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> all =
          Stream.concat(
                  generated.filter(file -> file.toString().endsWith(".java")), Stream.of(SHOP))
              .toList();
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", target.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(all))
              .call();
      assertThat(done).isTrue();
    }
  }

  private static Object shop(int port, String login) throws ReflectiveOperationException {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
    return classes
        .loadClass("Shop")
        .getConstructor(String.class, String.class)
        .newInstance("http://localhost:" + port, basic);
  }

  private static String ask(Object shop, String method, Object... arguments) {
    return ReflectionTestUtils.invokeMethod(shop, method, arguments);
  }

  @Test
  void asksWhatAnOrderWouldDo() {
    assertThat(ask(shop, "tryFirst", freshName("ca"))).isEqualTo("null ADDITIONAL_FIELDS");
  }

  @Test
  void placesAnOrderAndReadsItsEnd() {
    assertThat(ask(shop, "place", freshName("com"))).isEqualTo("COMPLETED REGISTERED true");
  }

  @Test
  void changesHowANameIsSetUp() {
    assertThat(ask(shop, "update", freshName("com")))
        .isEqualTo("UPDATED DONE [ns3.example.net] DONE null");
  }

  @Test
  void repeatsAnOrder() {
    String domain = freshName("com");

    assertThat(ask(shop, "repeat", domain)).isEqualTo("true");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void racesForAnOrder() {
    String domain = freshName("com");

    assertThat(ask(shop, "race", domain)).isEqualTo("1 order");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void givesInputAndCancels() {
    assertThat(ask(shop, "giveAndCancel", freshName("ca"), freshName("ca")))
        .isEqualTo("ADDITIONAL_FIELDS COMPLETED CANCELLED");
  }

  @Test
  void findsItsOrdersAndReadsWhatHasHappened() {
    assertThat(ask(shop, "watch", freshName("com"), UUID.randomUUID().toString()))
        .isEqualTo("1 found, true, Completed: registered.");
  }

  @Test
  void readsWhyAnOrderIsRefused() {
    assertThat(ask(shop, "refused", freshName("com")))
        .startsWith("400 ")
        .contains("urn:domainflow:problem:order-rejected", "\"period\"");
  }

  @Test
  void cannotReadTheOrderOfAnother() {
    String reference = registrations.place(freshName("ca"));

    assertThat(ask(stranger, "reachFor", reference)).isEqualTo("404");
    registrations.cancel(reference);
  }
}
