package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import java.util.List;
import java.util.Map;

/** Manages the DNSSEC records of a name, stored among its fields by kind and number. */
public final class SecDns {

  private static final List<String> KINDS = List.of("SECDNS-DS", "SECDNS-KEY");
  private static final String LIFE = "SECDNS-MAXSIGLIFE";

  private SecDns() {}

  /** Changes the records among the fields of a name according to a command. */
  static void change(Map<String, String> fields, ReceivedCommand call) {
    for (String kind : KINDS) {
      List<String> records = call.changed(kind, records(kind, fields));
      fields.keySet().removeIf(key -> isOf(kind, key));
      if (!call.isOn("SECDNS-REMOVE-ALL")) {
        for (int i = 0; i < records.size(); i++) {
          fields.put(kind + i, records.get(i));
        }
      }
    }
    call.value(LIFE).filter(life -> !life.equals("0")).ifPresent(life -> fields.put(LIFE, life));
  }

  /** Puts DS records among the fields of a name. */
  public static void putDs(Map<String, String> fields, List<String> records) {
    for (int i = 0; i < records.size(); i++) {
      fields.put(KINDS.get(0) + i, records.get(i));
    }
  }

  /** Puts the fields of a name into an answer, its records as columns. */
  public static void put(Answer answer, Map<String, String> fields) {
    fields.forEach(
        (key, value) -> {
          if (KINDS.stream().noneMatch(kind -> isOf(kind, key))) {
            answer.with(key, value);
          }
        });
    KINDS.stream()
        .filter(kind -> !records(kind, fields).isEmpty())
        .forEach(kind -> answer.with(kind, records(kind, fields)));
  }

  private static List<String> records(String kind, Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> isOf(kind, field.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isOf(String kind, String key) {
    return key.matches(kind + "[0-9]+");
  }
}
