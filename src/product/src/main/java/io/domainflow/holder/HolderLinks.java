package io.domainflow.holder;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The links that were sent to holders. The secret of a link is only in its mail, not in the
 * database.
 */
@Repository
@EnableConfigurationProperties(PublicAddress.class)
public class HolderLinks implements Resettable {

  /** Recorded instead of a login if the holder of a name has used the link. */
  public static final String HOLDER = "the holder";

  /** Path of the page, followed by the secret. */
  static final String PATH = "/holder/";

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** How long an expired link is kept, to distinguish it from an unknown one. */
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final PublicAddress address;
  private final Clock clock;

  HolderLinks(JdbcClient jdbc, PublicAddress address, Clock clock) {
    this.jdbc = jdbc;
    this.address = address;
    this.clock = clock;
  }

  /**
   * Whether mails can contain links, because the public address of the installation is configured.
   */
  public boolean available() {
    return address.publicUrl() != null;
  }

  /**
   * Creates a link, to be put into a mail at once, because it cannot be shown again.
   *
   * @param subject the order or the process that needs the answer
   * @throws IllegalStateException if mails cannot contain links
   */
  public URI create(
      HolderLinkKind matter,
      String account,
      DomainName domain,
      String subject,
      Instant validUntil) {
    URI base = address.publicUrl();
    if (base == null) {
      throw new IllegalStateException("there are no links without domainflow.public-url");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    jdbc.sql("delete from holder_link where valid_until < :before")
        .param("before", utc(now.minus(KEPT_FOR)))
        .update();
    jdbc.sql(
            """
            insert into holder_link (token_hash, matter, account, domain, subject, valid_until)
            values (:hash, :matter, :account, :domain, :subject, :until)
            """)
        .param("hash", hash(secret))
        .param("matter", matter.name())
        .param("account", account)
        .param("domain", domain.ascii())
        .param("subject", subject)
        .param("until", utc(validUntil))
        .update();
    return base.resolve(PATH + secret);
  }

  /** Withdraws unanswered links, so that they expire now. */
  public void withdraw(HolderLinkKind matter, String subject) {
    jdbc.sql(
            """
            update holder_link set valid_until = least(valid_until, :now)
            where matter = :matter and subject = :subject and used_at is null
            """)
        .param("matter", matter.name())
        .param("subject", subject)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** The link with this secret; empty if there is none. */
  Optional<HolderLink> find(String secret) {
    return jdbc.sql("select * from holder_link where token_hash = :hash")
        .param("hash", hash(secret))
        .query(
            (row, n) ->
                new HolderLink(
                    HolderLinkKind.valueOf(row.getString("matter")),
                    row.getString("account"),
                    DomainName.ofManaged(row.getString("domain")),
                    row.getString("subject"),
                    instant(row, "valid_until"),
                    instantOrNull(row, "used_at")))
        .optional();
  }

  /**
   * Marks a link as used, in the transaction of its answer.
   *
   * @return false if it was already used, or has expired
   */
  boolean use(String secret, String choice) {
    return jdbc.sql(
                """
                update holder_link set used_at = :now, choice = :choice
                where token_hash = :hash and used_at is null and valid_until > :now
                """)
            .param("hash", hash(secret))
            .param("choice", choice)
            .param("now", utc(clock.instant()))
            .update()
        > 0;
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from holder_link").update();
  }

  // A fast hash without salt is enough for 256 random bits.
  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
