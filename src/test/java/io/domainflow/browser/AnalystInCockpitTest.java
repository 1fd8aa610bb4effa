package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may only look is not offered what the engine would refuse; administrators are. */
@DomainflowTest
class AnalystInCockpitTest {

  /** The places at which Cockpit offers to change something. */
  private static final String CHANGES =
      String.join(
          ", ",
          ".ctn-toolbar .btn",
          ".action-button",
          ".edit-toggle",
          "[ng-click^='enableEditMode']",
          "[ng-click^='deleteVariable']");

  private final int port;
  private final Registrations registrations;
  private final Caller admin;
  private Browser browser;
  private String reference;
  private String instance;

  @Autowired
  AnalystInCockpitTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void placeAnOrderThatWaits() {
    browser = Browser.open();
    reference = registrations.place(freshName("ca"));
    instance =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .get("processInstanceId")
            .asText();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("cockpit-last");
      browser.close();
    }
    registrations.cancel(reference);
  }

  @Test
  void anAnalystIsNotOfferedToChangeAnything() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");
    assertThat(cockpit.shown(".ce-eol-banner")).isEmpty();

    for (String place : places()) {
      open(cockpit, place);
      assertThat(cockpit.shown(CHANGES)).as(place).extracting(AnalystInCockpitTest::html).isEmpty();
    }
  }

  @Test
  void anAdministratorIsOfferedToChangeThings() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "admin");

    for (String place : places()) {
      open(cockpit, place);
      cockpit.awaitShown(CHANGES);
    }
  }

  private List<String> places() {
    String definition =
        admin
            .get("/engine-rest/process-definition/key/DomainRegistrationProcess")
            .body()
            .get("id")
            .asText();
    String ofDefinition = "/process-definition/" + definition + "/runtime|";
    String ofInstance = "/process-instance/" + instance + "/runtime|";
    return List.of(
        ofDefinition + "Job Definitions", ofInstance + "Variables", ofInstance + "User Tasks");
  }

  /** Opens the tab of a page, and waits until what it lists is there. */
  private static void open(Cockpit cockpit, String place) {
    String[] parts = place.split("\\|", 2);
    cockpit.goTo(parts[0]);
    cockpit.openTab(parts[1]);
    cockpit.visible(By.cssSelector(".ctn-tabbed-content tbody td"));
  }

  private static String html(WebElement element) {
    return element.getDomProperty("outerHTML");
  }
}
