package io.domainflow.account;

import io.domainflow.model.Section;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules by which an account keeps its names.
 *
 * @param drift what to do when a section differs from what was ordered; a rule for each of {@link
 *     #WATCHED}
 * @param automaticRestore whether a renewal order may first restore a name that has been deleted
 * @param transferOutFourEyes whether two people have to approve an outgoing transfer
 */
public record NameKeeping(
    Map<Section, DriftRule> drift, boolean automaticRestore, boolean transferOutFourEyes) {

  /** The sections that the daily check compares with what was ordered. */
  public static final Set<Section> WATCHED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Section.REGISTRANT_DETAILS)));

  /** The defaults: people settle drift, and a renewal restores a deleted name. */
  public static final NameKeeping SHIPPED = new NameKeeping(Map.of(), true, false);

  /** Uses the default rule for sections that are not given. */
  public NameKeeping {
    Map<Section, DriftRule> rules = new EnumMap<>(Section.class);
    for (Section section : WATCHED) {
      rules.put(section, drift.getOrDefault(section, DriftRule.TASK));
    }
    drift = Collections.unmodifiableMap(rules);
  }
}
