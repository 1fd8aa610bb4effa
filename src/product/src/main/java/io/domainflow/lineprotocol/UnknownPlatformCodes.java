package io.domainflow.lineprotocol;

import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Interprets stored texts whose platform is no longer known, as every platform would. A parameter
 * that one platform uses for something else does not count as an additional field.
 */
@Component
final class UnknownPlatformCodes extends LineProtocolCodes {

  private final List<PlatformCodes> platforms;

  UnknownPlatformCodes(List<PlatformCodes> platforms) {
    this.platforms = platforms;
  }

  @Override
  public Set<RegistrationPart> partsNamedIn(String words) {
    Set<RegistrationPart> parts = EnumSet.noneOf(RegistrationPart.class);
    parts.addAll(all(codes -> codes.partsNamedIn(words)));
    if (additionalFieldsNamedIn(words).isEmpty()) {
      parts.remove(RegistrationPart.ADDITIONAL_FIELDS);
    }
    return parts;
  }

  @Override
  public Set<String> additionalFieldsNamedIn(String words) {
    Set<String> fields = new TreeSet<>(all(codes -> codes.additionalFieldsNamedIn(words)));
    platforms.forEach(codes -> fields.retainAll(codes.additionalFieldsNamedIn(words)));
    return fields;
  }

  @Override
  public Set<TransferHint> transferHints(String words) {
    return all(codes -> codes.transferHints(words));
  }

  @Override
  public Set<ChangeHint> changeHints(String words) {
    return all(codes -> codes.changeHints(words));
  }

  @Override
  public Set<String> documentedEvents() {
    return all(PlatformCodes::documentedEvents);
  }

  @Override
  public Optional<Instant> lockedUntil(String words) {
    return platforms.stream()
        .map(codes -> codes.lockedUntil(words))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private <T> Set<T> all(Function<PlatformCodes, Set<T>> reading) {
    return platforms.stream()
        .map(reading)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
