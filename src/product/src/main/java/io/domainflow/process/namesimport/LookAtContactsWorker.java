package io.domainflow.process.namesimport;

import io.domainflow.imports.ImportWork;
import io.domainflow.imports.NamesImports;
import io.domainflow.model.Contact;
import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads each contact once, and stores the names of the members that it lacks, but not their
 * content. Throws Err_ImportFailed if the registrar refuses the login.
 */
@Component
class LookAtContactsWorker implements Worker.OfAccount<NamesReadingResult> {

  /** Contacts read in one step: a step must end soon when the application is stopped. */
  private static final int MOST = 50;

  private final NamesImports imports;
  private final ImportWork work;
  private final LowPriorityCalls lowPriority;

  LookAtContactsWorker(NamesImports imports, ImportWork work, LowPriorityCalls lowPriority) {
    this.lowPriority = lowPriority;
    this.imports = imports;
    this.work = work;
  }

  @Override
  public NamesReadingResult ask(AccountStep step, RegistrarGateway registrar) {
    return lowPriority.make(() -> read(step, registrar));
  }

  private NamesReadingResult read(AccountStep step, RegistrarGateway registrar) {
    UUID id = ImportKey.of(step.businessKey()).id();
    try {
      for (String handle : work.contactsToSee(id, MOST)) {
        compare(id, step.account(), handle, registrar);
      }
      return NamesReadingResult.done();
    } catch (AccessRefused e) {
      return NamesReadingResult.refused(e);
    }
  }

  private void compare(UUID id, String account, String handle, RegistrarGateway registrar) {
    try {
      Contact contact = registrar.ask(account, new ReadContact(handle)).contact();
      work.contactSeen(id, handle, missing(contact), null);
    } catch (Refused e) {
      work.contactSeen(id, handle, List.of(), e.getMessage());
    } catch (Unavailable e) {
      if (e.isRegistrarAway()) {
        throw e;
      }
      // The failure concerns this one contact, and must not delay the others.
      work.contactSeen(id, handle, List.of(), e.getMessage());
    }
  }

  // The contact members that every order needs, by their names in an order.
  private static List<String> missing(Contact contact) {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("firstName", contact.firstName());
    wanted.put("lastName", contact.lastName());
    wanted.put("street", String.join("", contact.street()));
    wanted.put("city", contact.city());
    wanted.put("postalCode", contact.postalCode());
    wanted.put("country", contact.country());
    wanted.put("phone", contact.phone());
    wanted.put("email", contact.email());
    List<String> missing = new ArrayList<>();
    wanted.forEach(
        (member, value) -> {
          if (value == null || value.isBlank()) {
            missing.add(member);
          }
        });
    return missing;
  }

  @Override
  public StepResult conclude(AccountStep step, NamesReadingResult reading) {
    UUID id = ImportKey.of(step.businessKey()).id();
    return reading.conclude(
        id,
        imports,
        StepVariables.of(NamesImportProcess.CONTACTS_LEFT, !work.contactsToSee(id, 1).isEmpty()));
  }
}
