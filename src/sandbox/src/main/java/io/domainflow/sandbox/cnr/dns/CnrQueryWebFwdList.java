package io.domainflow.sandbox.cnr.dns;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.WebForward;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryWebFwdList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none().optional("SOURCE", "WIDE", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    String pattern = call.value("SOURCE").orElse("*");
    List<WebForward> forwards =
        transaction.all(Table.WEB_FORWARDS).stream()
            .filter(forward -> forward.account().equals(call.account()))
            .filter(forward -> Wildcard.matches(pattern, forward.source()))
            .toList();
    Map<String, Function<WebForward, String>> columns = Listing.columns();
    columns.put("source", WebForward::source);
    if (call.isOn("WIDE")) {
      columns.put("target", WebForward::target);
      boolean small = Profile.of(transaction) == Profile.A;
      columns.put(
          "type", forward -> small ? forward.type().toLowerCase(Locale.ROOT) : forward.type());
    }
    return Listing.of(call, forwards, columns);
  }
}
