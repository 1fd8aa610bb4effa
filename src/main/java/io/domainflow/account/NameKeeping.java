package io.domainflow.account;

import io.domainflow.model.Section;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How an account keeps its names.
 *
 * @param drift what happens to a section that is another than ordered; a rule for each of {@link
 *     #WATCHED}
 * @param automaticRestore whether an order to renew a name may have it restored first when it was
 *     deleted meanwhile
 * @param transferOutFourEyes whether two persons have to approve that a name leaves for somebody
 *     who has asked for it
 */
public record NameKeeping(
    Map<Section, DriftRule> drift, boolean automaticRestore, boolean transferOutFourEyes) {

  /** The sections that the daily check compares with what was ordered. */
  public static final Set<Section> WATCHED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Section.REGISTRANT_DETAILS)));

  /** As shipped: drift is for people to settle, and a renewal restores what was deleted. */
  public static final NameKeeping SHIPPED = new NameKeeping(Map.of(), true, false);

  /** A section that is not given has the shipped rule. */
  public NameKeeping {
    Map<Section, DriftRule> rules = new EnumMap<>(Section.class);
    for (Section section : WATCHED) {
      rules.put(section, drift.getOrDefault(section, DriftRule.TASK));
    }
    drift = Collections.unmodifiableMap(rules);
  }
}
