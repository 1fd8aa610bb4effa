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
 * The links that were sent to holders. The secret of a link stands in its mail only; what is stored
 * does not open it.
 */
@Repository
@EnableConfigurationProperties(PublicAddress.class)
public class HolderLinks implements Resettable {

  /** Stands where the login of a person is noted if the holder of a name has acted by his link. */
  public static final String HOLDER = "the holder";

  /** Path of the page, followed by the secret. */
  static final String PATH = "/holder/";

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** For so long a link that is over is told from one that never was. */
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final PublicAddress address;
  private final Clock clock;

  HolderLinks(JdbcClient jdbc, PublicAddress address, Clock clock) {
    this.jdbc = jdbc;
    this.address = address;
    this.clock = clock;
  }

  /** Whether mails can have links: the installation says where it is reached from outside. */
  public boolean available() {
    return address.publicUrl() != null;
  }

  /**
   * Makes a link, to be put into a mail at once: it cannot be had again.
   *
   * @param subject the order or the process that wants the answer
   * @throws IllegalStateException if mails can have no links
   */
  public URI create(
      HolderMatter matter, String account, DomainName domain, String subject, Instant validUntil) {
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

  /** Takes links back that nobody has answered: they are over from now on. */
  public void withdraw(HolderMatter matter, String subject) {
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

  /** The link with that secret; empty if there is none. */
  Optional<HolderLink> find(String secret) {
    return jdbc.sql("select * from holder_link where token_hash = :hash")
        .param("hash", hash(secret))
        .query(
            (row, n) ->
                new HolderLink(
                    HolderMatter.valueOf(row.getString("matter")),
                    row.getString("account"),
                    DomainName.ofHeld(row.getString("domain")),
                    row.getString("subject"),
                    instant(row, "valid_until"),
                    instantOrNull(row, "used_at")))
        .optional();
  }

  /**
   * Uses a link up; to be called in the transaction of its answer.
   *
   * @return false if somebody was faster, or it is over
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

  // Without a salt and fast: nobody can try 256 random bits.
  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
