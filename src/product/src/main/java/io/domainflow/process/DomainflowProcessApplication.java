package io.domainflow.process;

import io.domainflow.tld.FormText;
import io.domainflow.tld.TldCatalogue;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.SpringBootProcessApplication;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes and forms of the class path, and the installation's own additional-fields
 * forms: an own form replaces the delivered one with the same name, which takes effect again when
 * the own one is removed.
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
