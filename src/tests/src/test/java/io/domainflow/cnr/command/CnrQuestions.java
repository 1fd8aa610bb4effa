package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The single queries of which ours are composed, for tests that compare their answers. */
public final class CnrQuestions {

  private CnrQuestions() {}

  /** The settings of a name. */
  public static Query<Object> name(DomainName domain) {
    return hidden(new CnrDomainStatus(domain));
  }

  /** The renewal of a name and its price. */
  public static Query<Object> renewal(DomainName domain) {
    return hidden(new RenewalTerms(domain));
  }

  /** Whether names are free, with prices. */
  public static Query<Object> free(List<DomainName> domains) {
    return hidden(new CheckDomainsBatch(domains, CheckDomainsBatch.PriceOf.CREATE));
  }

  /**
   * The first names of the account.
   *
   * @param all with the columns of {@code TYPE=ALL}
   */
  public static Query<Object> names(boolean all) {
    return hidden(new ListedNames(0, 10, all));
  }

  /** Zones with their prices. */
  public static Query<Object> zones(String pattern) {
    return hidden(new ListedZones(pattern, 0));
  }

  /** The oldest events of a kind. */
  public static Query<Object> events(String kind) {
    return hidden(new ListedEvents(kind, null, false, false, 0, 10));
  }

  /** The content of an event. */
  public static Query<Object> event(String id) {
    return hidden(new EventData(id));
  }

  /** The transfer of a name to another registrar. */
  public static Query<Object> leaving(DomainName domain) {
    return hidden(new LeavingName(domain));
  }

  /** Transfers to other registrars. */
  public static Query<Object> leavingNames() {
    return hidden(new LeavingNames(0, 10));
  }

  /** The entry of a name in the list of deleted names. */
  public static Query<Object> deletion(DomainName domain, Instant since) {
    return hidden(new ListedDeletion(domain, since));
  }

  /** The data of the account. */
  public static Query<Object> account() {
    return hidden(new CnrAccountStatus());
  }

  /** The renewal mode that names of the account have by default. */
  public static Query<Object> mode(String registrar) {
    return hidden(new AccountMode(registrar));
  }

  /** The requirements of a transfer to the account. */
  public static Query<Object> transferTerms(DomainName domain) {
    return hidden(new TransferTerms(domain));
  }

  // Their result types are not visible outside this package.
  @SuppressWarnings("unchecked")
  private static Query<Object> hidden(Query<?> question) {
    return (Query<Object>) question;
  }

  /**
   * The parts of an answer that could be read: values and their number differ between the sides.
   */
  public static String read(Object result) {
    if (result instanceof Optional<?> optional) {
      return optional.map(CnrQuestions::read).orElse("nothing");
    }
    if (result instanceof Collection<?> || result instanceof Map<?, ?>) {
      return "some";
    }
    if (!(result instanceof Record) || result.getClass().getName().contains(".model.")) {
      return result == null || result.equals("") ? "nothing" : "read";
    }
    StringJoiner parts = new StringJoiner(", ", "(", ")");
    for (RecordComponent part : result.getClass().getRecordComponents()) {
      parts.add(part.getName() + " " + read(value(part, result)));
    }
    return parts.toString();
  }

  private static Object value(RecordComponent part, Object result) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(result);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
