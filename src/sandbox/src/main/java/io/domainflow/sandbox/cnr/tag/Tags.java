package io.domainflow.sandbox.cnr.tag;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Tag;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the tags of an account, and the names that have them. */
final class Tags {

  private static final Set<String> TYPES = Set.of("DOMAIN", "ZONE", "SERVICE");
  private static final Pattern OF_NAMES = Pattern.compile("DOMAINTAG[0-9]+");
  private static final int LONGEST = 64;

  private Tags() {}

  /**
   * The type of the tag a command is about.
   *
   * @throws Refusal 541 if there is no such type
   */
  static String type(ReceivedCommand call) {
    String type = call.required("TYPE").toUpperCase(Locale.ROOT);
    if (!TYPES.contains(type) || call.required("TAG").length() > LONGEST) {
      throw new Refusal(Code.INVALID_VALUE);
    }
    return type;
  }

  /**
   * The tag a command is about.
   *
   * @throws Refusal 545 if there is no such tag
   */
  static Tag own(ReceivedCommand call, Transaction transaction) {
    return transaction
        .find(Table.TAGS, Tag.key(call.account(), type(call), call.required("TAG")))
        .orElseThrow(() -> new Refusal(Code.NOT_FOUND));
  }

  /** The names of its account that have a tag. */
  static List<String> names(Tag tag, Transaction transaction) {
    if (!tag.type().equals("DOMAIN")) {
      return List.of();
    }
    return transaction.all(Table.NAMES).stream()
        .filter(name -> tag.account().equals(name.account()))
        .filter(
            name ->
                name.fields().entrySet().stream()
                    .anyMatch(
                        field ->
                            OF_NAMES.matcher(field.getKey()).matches()
                                && field.getValue().equalsIgnoreCase(tag.name())))
        .map(RegisteredName::domain)
        .toList();
  }
}
