package io.domainflow.cnr.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Repeatable;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets an auth code that we have generated.
 *
 * @param code a keyword if the registrar has to generate it
 */
record GeneratedAuthCode(DomainName domain, AuthCode code)
    implements Repeatable<GeneratedAuthCode.Result> {

  // Under .cn the registrar generates the codes itself.
  private static final AuthCode MADE_THERE = AuthCode.of("AUTO");
  private static final Set<String> MAKING = Set.of("cn", "com.cn", "net.cn", "org.cn");

  // Without characters that look alike. Registries require letters of both cases, a digit and
  // another character; all of them accept a length of 16.
  private static final String[] WANTED = {
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+!#"
  };
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The answer. */
  record Result(boolean pending) {}

  /** A code for a name that nobody can guess. */
  static GeneratedAuthCode newFor(DomainName domain) {
    return new GeneratedAuthCode(domain, MAKING.contains(domain.zone()) ? MADE_THERE : random());
  }

  /** Whether the registrar generates the code, so that it has to be read. */
  boolean isMadeThere() {
    return code.equals(MADE_THERE);
  }

  private static AuthCode random() {
    String letters = WANTED[0] + WANTED[1] + WANTED[2];
    StringBuilder code = new StringBuilder();
    for (String kind : WANTED) {
      code.append(one(kind));
    }
    while (code.length() < LENGTH) {
      code.append(one(letters));
    }
    return AuthCode.of(shuffled(code.toString()));
  }

  private static String shuffled(String text) {
    List<Integer> letters = text.chars().boxed().collect(Collectors.toList());
    Collections.shuffle(letters, RANDOM);
    return letters.stream().map(Character::toString).collect(Collectors.joining());
  }

  private static char one(String of) {
    return of.charAt(RANDOM.nextInt(of.length()));
  }
}
