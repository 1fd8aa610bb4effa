package io.domainflow.sandbox.cnr.account;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.cnr.TldFields;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.WireCall;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "CNR QueryCommandSyntax of DOMAIN, COMMANDNAME and NEWFORMAT: parameter, paramgroup «Zone"
            + " specific», range, description, required, dependency, validation",
    basis = Basis.DOCUMENTED,
    source = "modules of the registrar, which read them")
@Behaviour(
    value =
        "CNR QueryCommandSyntax: has the fields of the top-level domain only, the same for every command,"
            + " and calls none required",
    basis = Basis.INVENTED)
class CnrQueryCommandSyntax implements CnrHandler {

  @Override
  public String command() {
    return "QueryCommandSyntax";
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("DOMAIN", "COMMANDNAME").optional("NEWFORMAT", "FIRST", "LIMIT");
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
    List<TldFields.Field> fields = TldFields.of(call.domain());
    Map<String, Function<TldFields.Field, String>> columns = Listing.columns();
    columns.put("dependency", field -> "");
    columns.put("description", field -> "");
    columns.put("paramgroup", field -> "Zone specific");
    columns.put("parameter", TldFields.Field::name);
    columns.put("range", field -> field.values().isEmpty() ? "<TEXT>" : field.values());
    columns.put("required", field -> "0");
    columns.put("validation", field -> "");
    return Listing.of(call, fields, columns);
  }
}
