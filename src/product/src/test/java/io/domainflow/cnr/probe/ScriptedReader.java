package io.domainflow.cnr.probe;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.Answer.Load;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers queries as a test sets them up. Objects that were not set up do not exist. */
final class ScriptedReader implements Reader {

  private final Map<Class<?>, Supplier<?>> answers = new HashMap<>();

  <R> ScriptedReader answer(Class<? extends Query<R>> query, R result) {
    answers.put(query, () -> result);
    return this;
  }

  ScriptedReader refuse(Class<? extends Query<?>> query, RefusalReason reason) {
    answers.put(
        query,
        () -> {
          throw refused(query.getSimpleName(), reason);
        });
    return this;
  }

  @Override
  public String account() {
    return "sandbox";
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> R ask(Query<R> query) {
    Supplier<?> answer = answers.get(query.getClass());
    if (answer == null) {
      throw refused(query.name(), RefusalReason.NOT_FOUND);
    }
    return (R) answer.get();
  }

  @Override
  public String priceClassOf(DomainName name) {
    return name.zone();
  }

  @Override
  public boolean renewsWhatIsRestored() {
    return false;
  }

  @Override
  public boolean chargesRenewalsLater() {
    return false;
  }

  @Override
  public boolean mayHidePending() {
    return false;
  }

  private static Refused refused(String command, RefusalReason reason) {
    return new Refused(
        command,
        new Answer<>(
            Kind.REFUSED,
            null,
            reason,
            545,
            reason.name(),
            "545 " + reason,
            true,
            false,
            Load.FINE));
  }
}
