package io.domainflow.sandbox.cnr.domain;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.command.ValueType;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrCheckDomains implements CnrHandler {

  private static final int MOST_NAMES = 32;

  private final Availability availability;
  private final Fees fees;

  CnrCheckDomains(Availability availability, Fees fees) {
    this.availability = availability;
    this.fees = fees;
  }

  @Override
  public Parameters parameters() {
    return Fees.askable(
        Parameters.requiring("DOMAIN#")
            .optional("ZONETAG", "X-IDN-LANGUAGE", "X-ALLOCATION-TOKEN", "X-FEE-COMMAND"));
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<String> names =
        call.list("DOMAIN").stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (names.size() > MOST_NAMES) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    Map<String, Function<String, String>> columns = Listing.columns();
    columns.put("domaincheck", name -> check(name, transaction));
    columns.put("domainchecktime", name -> "0");
    Answer answer = Listing.table(names, columns);
    fees.put(answer, names, call, transaction);
    return answer;
  }

  private String check(String name, Transaction transaction) {
    if (!ValueType.isName(name)) {
      return text(Code.INVALID_VALUE);
    }
    try {
      return availability.of(name, transaction).kind() == Availability.Kind.TAKEN
          ? text(Code.DOMAIN_NOT_AVAILABLE)
          : "210 Available";
    } catch (Refusal refusal) {
      return text(refusal.answer().code());
    }
  }

  private static String text(Code code) {
    return code.number() + " " + code.text();
  }
}
