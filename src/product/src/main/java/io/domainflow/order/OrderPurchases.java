package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Money;
import io.domainflow.order.content.ClaimsAcceptance;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Records the purchases of orders: the agreed terms, and the money spent. */
@Repository
public class OrderPurchases {

  private static final String CARRIED_OUT =
      "The renewal was ordered first; the registrar has charged the account for it on the renewal"
          + " date.";

  private final JdbcClient jdbc;
  private final OrderPersonalData contents;
  private final OrderTransitions course;
  private final Clock clock;
  private final RowMapper<ProvisioningOrder> mapper;

  OrderPurchases(
      JdbcClient jdbc,
      OrderPersonalData contents,
      OrderTransitions course,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.course = course;
    this.clock = clock;
    this.mapper = new OrderRowMapper(json);
  }

  /** Records whether money was spent; the amount stays unchanged. */
  public void charged(UUID id, Charged charged) {
    charged(id, charged, "").update();
  }

  /**
   * Records that money was spent.
   *
   * @param price the total that the order has paid so far, as stated by the registrar beforehand;
   *     null if not stated
   */
  public void bought(UUID id, @Nullable Money price) {
    paid(id, Charged.YES, price);
  }

  /**
   * Records that something was ordered for which no money is spent before a later date.
   *
   * @param price the total that the order will have paid by then, as stated by the registrar; null
   *     if not stated
   * @param paidBefore whether the order has already paid for something else
   */
  public void toBeCharged(UUID id, @Nullable Money price, boolean paidBefore) {
    paid(id, paidBefore ? Charged.YES : Charged.NO, price);
  }

  /** Records that the purchase was not made, or was refunded. */
  public void notBought(UUID id) {
    paid(id, Charged.NO, null);
  }

  // The booked amount is no longer complete.
  private void paid(UUID id, Charged charged, @Nullable Money price) {
    charged(
            id,
            charged,
            """
            paid_amount = :amount, paid_currency = :currency,
            booked_amount = null, booked_currency = null,""")
        .param("amount", amount(price))
        .param("currency", currency(price))
        .update();
  }

  private JdbcClient.StatementSpec charged(UUID id, Charged charged, String price) {
    return jdbc.sql(
            "update provisioning_order set %s charged = :charged, updated_at = :now where id = :id"
                .formatted(price))
        .param("id", id)
        .param("charged", charged.name())
        .param("now", now());
  }

  /**
   * Records what the registrar has booked for everything that the order has bought. If that differs
   * from what the order said, it is announced; so is a charge that was still to come.
   */
  @Transactional
  public void booked(UUID id, Money total) {
    boolean charged =
        jdbc.sql("select charged = 'YES' from provisioning_order where id = :id for update")
            .param("id", id)
            .query(Boolean.class)
            .optional()
            .orElse(false);
    jdbc.sql(
            """
            update provisioning_order o
            set booked_amount = :amount, booked_currency = :currency, charged = 'YES',
                outcome_remark = case
                  when charged = 'NO' and outcome_code is not null and exists (
                    select 1 from command_journal j
                    where j.order_id = o.id and j.state = 'EXECUTED' and j.charged_at is not null)
                  then :carriedOut else outcome_remark end,
                expires_at = case
                  when charged = 'NO' and outcome_code is not null then coalesce((
                    select greatest(o.expires_at, r.expires_before + make_interval(years => r.years))
                    from order_renewal r where r.order_id = o.id), expires_at)
                  else expires_at end,
                updated_at = :now
            where id = :id and (charged = 'YES' or charged = 'NO' and exists (
                select 1 from command_journal j
                where j.order_id = o.id and j.state = 'EXECUTED' and j.charged_at is not null))
              and (booked_amount, booked_currency) is distinct from
                (cast(:amount as numeric), cast(:currency as text))
            returning o.*
            """)
        .param("id", id)
        .param("amount", amount(total))
        .param("currency", currency(total))
        .param("carriedOut", CARRIED_OUT)
        .param("now", now())
        .query(mapper)
        .optional()
        .filter(order -> !charged || !order.purchase().isBookedAsStated())
        .ifPresent(course::priceCorrected);
  }

  /**
   * Records the registrar's price for the name.
   *
   * @param quote null for a name at the price of its zone
   */
  public void quoted(UUID id, @Nullable Quote quote) {
    jdbc.sql(
            """
            update provisioning_order
            set price_class = :class, quoted_amount = :amount, quoted_currency = :currency,
                renewal_amount = :renewalAmount, renewal_currency = :renewalCurrency
            where id = :id
            """)
        .param("id", id)
        .param("class", quote == null ? null : quote.priceClass())
        .param("amount", quote == null ? null : amount(quote.price()))
        .param("currency", quote == null ? null : currency(quote.price()))
        .param("renewalAmount", quote == null ? null : amount(quote.renewalPrice()))
        .param("renewalCurrency", quote == null ? null : currency(quote.renewalPrice()))
        .update();
  }

  /** Records the highest price that the customer accepts for the name. */
  public void acceptPrice(UUID id, Money most) {
    jdbc.sql(
            """
            update provisioning_order
            set accepted_amount = :amount, accepted_currency = :currency where id = :id
            """)
        .param("id", id)
        .param("amount", most.amount())
        .param("currency", currency(most))
        .update();
  }

  /**
   * Records the trademark notice for the name.
   *
   * @param notice null if there is none
   * @param text the notice as the customer has to read it; null if there is none
   */
  public void noticed(UUID id, @Nullable ClaimsNotice notice, @Nullable String text) {
    jdbc.sql(
            """
            update provisioning_order
            set claim_key = :key, notice_id = :notice, notice_hash = :hash,
                notice_created_at = :created, notice_expires_at = :expires
            where id = :id
            """)
        .param("id", id)
        .param("key", notice == null ? null : notice.claimKey())
        .param("notice", notice == null ? null : notice.noticeId())
        .param("hash", notice == null ? null : notice.acceptHash())
        .param("created", notice == null ? null : utc(notice.createdAt()))
        .param("expires", notice == null ? null : utc(notice.expiresAt()))
        .update();
    contents.noticeText(id, notice == null ? null : text);
  }

  /** Records that the customer accepts a trademark notice. */
  public void acceptNotice(UUID id, ClaimsAcceptance acceptance) {
    jdbc.sql(
            """
            update provisioning_order
            set accepted_notice_id = :notice, notice_accepted_at = :at where id = :id
            """)
        .param("id", id)
        .param("notice", acceptance.noticeId())
        .param("at", utc(acceptance.acceptedAt()))
        .update();
  }

  /** Records the application through which a premium name is being bought. */
  public void applied(UUID id, String application) {
    jdbc.sql("update provisioning_order set application = :application where id = :id")
        .param("id", id)
        .param("application", application)
        .update();
  }

  static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
