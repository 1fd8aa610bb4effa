package io.domainflow.process;

import io.domainflow.tld.FormText;
import io.domainflow.tld.TldCatalogue;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.SpringBootProcessApplication;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes and forms of the class path, and with them the additional-fields forms of
 * one's own: one of the same name takes the place of the delivered one, and gives it back when it
 * is gone.
 */
@Component
class DomainflowProcessApplication extends SpringBootProcessApplication {

  private final TldCatalogue tlds;

  DomainflowProcessApplication(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  @Override
  public void createDeployment(String processArchive, DeploymentBuilder deployment) {
    tlds.forms().stream()
        .filter(FormText::own)
        .forEach(form -> deployment.addString("additional-fields/" + form.file(), form.json()));
  }
}
