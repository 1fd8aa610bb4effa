package io.domainflow.registrar;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * If the outcome of the first attempt is unknown, the second may use a different command, for
 * example because the zone has started to require applications. A refusal is believed only after
 * checking for both.
 */
@DomainflowTest
class RepeatedProbeTest {

  private final DomainName name = DomainName.of(freshName("com"));
  private final CommandJournal journal;
  private final TransactionTemplate transaction;
  private final ScriptedRegistrar registrar;

  @Autowired
  RepeatedProbeTest(
      ApplicationContext application,
      CommandJournal journal,
      PlatformTransactionManager transactions) {
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.registrar = new ScriptedRegistrar(application);
  }

  @AfterEach
  void close() {
    registrar.close();
  }

  @Test
  void findsTheApplicationMadeDespiteARefusalAfterARegistrationInDoubt() {
    RegisterDomain registration = new RegisterDomain(registration(), null, null);
    RegisterDomain application =
        new RegisterDomain(registration(), "PREMIUM_A", Money.of("900.00", "EUR"));
    UUID order = UUID.randomUUID();
    Intent first =
        transaction.execute(
            status ->
                registrar.gateway().intend(order, registrar.account(), registration).orElseThrow());
    journal.inDoubt(first, "no answer came back");
    Intent inDoubt =
        transaction.execute(
            status ->
                registrar.gateway().intend(order, registrar.account(), application).orElseThrow());
    assertThat(inDoubt.inDoubt()).isTrue();
    registrar.answer("QueryObjectLogList", 200, "Command completed successfully");
    registrar.answer("QueryDomainApplicationList", 200, "Command completed successfully");
    registrar.answer("AddDomainApplication", 540, "Attribute value is not unique");

    RegisterDomain.Result found =
        registrar
            .gateway()
            .execute(
                inDoubt,
                application,
                () ->
                    registrar.answer(
                        "QueryDomainApplicationList",
                        200,
                        "Command completed successfully",
                        "PROPERTY[APPLICATION][0]=10701",
                        "PROPERTY[STATUS][0]=REQUESTED",
                        "PROPERTY[CREATEDDATE][0]="
                            + CommandText.date(first.intendedAt().plusSeconds(60))),
                () -> {});

    assertThat(found.application()).isEqualTo("10701");
    assertThat(registrar.commands().stream().filter("AddDomainApplication"::equals)).hasSize(1);
    assertThat(registrar.commands()).doesNotContain("AddDomain");
  }

  private DomainRegistration registration() {
    Contact contact = Contact.ofHandle("P-ABC1");
    return new DomainRegistration(
        name,
        new Period(1),
        contact,
        contact,
        contact,
        contact,
        List.of(),
        RenewalMode.AUTOEXPIRE,
        false,
        false,
        null,
        AdditionalFields.NONE,
        null);
  }
}
