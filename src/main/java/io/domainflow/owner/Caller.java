package io.domainflow.owner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something.
 *
 * @param isStaff whether it is one of our people: they see and order for all names
 * @param owner whom its new names belong to; null for staff, whose names have no owner
 * @param owners as whom it has names; nobody for staff
 */
public record Caller(String login, boolean isStaff, @Nullable Owner owner, Set<Owner> owners) {

  /** Whether what belongs to this owner is the caller's, or the caller may see all. */
  public boolean maySee(@Nullable Owner of) {
    return isStaff || (of != null && owners.contains(of));
  }

  /** The owners as stored; null for a login that sees the names of all. */
  public String @Nullable [] seenOwners() {
    return isStaff ? null : owners.stream().map(Owner::text).toArray(String[]::new);
  }
}
