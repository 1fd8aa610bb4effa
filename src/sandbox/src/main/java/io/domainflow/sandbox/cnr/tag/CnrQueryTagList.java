package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.Listing;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrQueryTagList implements CnrHandler {

  @Override
  public Parameters parameters() {
    return Parameters.none()
        .optional(
            "TYPE",
            "TAG",
            "SERVICETYPE",
            "SHOWDEFAULTZONETAGS",
            "WIDE",
            "ORDER",
            "ORDERBY",
            "FIRST",
            "LIMIT");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    List<Tag> tags =
        transaction.all(Table.TAGS).stream()
            .filter(tag -> tag.account().equals(call.account()))
            .filter(tag -> call.isAnyOr("TYPE", tag.type()))
            .filter(tag -> Wildcard.matches(call.value("TAG").orElse("*"), tag.name()))
            .toList();
    Map<String, Function<Tag, String>> columns = Listing.columns();
    columns.put("tag", Tag::name);
    columns.put("type", Tag::type);
    columns.put("description", Tag::description);
    columns.put("objectcount", tag -> Integer.toString(Tags.names(tag, transaction).size()));
    return Listing.of(call, tags, columns);
  }
}
