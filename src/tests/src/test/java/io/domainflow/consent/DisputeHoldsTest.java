package io.domainflow.consent;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.DomainName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A name has one dispute at a time, with a record of who set and removed it. */
@DomainflowTest
class DisputeHoldsTest {

  private final DisputeHolds holds;
  private final JdbcClient jdbc;
  private final DomainName domain = DomainName.of(freshName("com"));

  @Autowired
  DisputeHoldsTest(DisputeHolds holds, JdbcClient jdbc) {
    this.holds = holds;
    this.jdbc = jdbc;
  }

  @AfterEach
  void startOver() {
    holds.startOver();
  }

  @Test
  void keepsWhoSetAndLiftedEach() {
    assertThat(holds.find(domain)).isEmpty();
    assertThat(holds.remove(domain, "admin")).isFalse();

    DisputeHold first = holds.put(domain, HoldKind.UDRP, "D2026-0001", "admin");

    assertThat(holds.find(domain)).contains(first);
    assertThat(first.by()).isEqualTo("admin");
    assertThat(holds.put(domain, HoldKind.UDRP, "D2026-0001", "admin2"))
        .as("the same again")
        .isEqualTo(first);

    DisputeHold second = holds.put(domain, HoldKind.COURT, "7 O 12/26", "admin2");

    assertThat(holds.find(domain)).contains(second);
    assertThat(holds.find(DomainName.of(freshName("com")))).isEmpty();
    assertThat(holds.remove(domain, "admin3")).isTrue();
    assertThat(holds.find(domain)).isEmpty();
    assertThat(history()).containsExactly("UDRP admin admin2", "COURT admin2 admin3");
  }

  @Test
  void hasOneHoldWhenSeveralAreSetAtTheSameTime() {
    List<CompletableFuture<DisputeHold>> set =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> holds.put(domain, HoldKind.COURT, "case " + n, "admin")))
            .toList();

    assertThat(set).allSatisfy(hold -> assertThat(hold.join().kind()).isEqualTo(HoldKind.COURT));
    assertThat(holds.find(domain)).isPresent();
    assertThat(history()).hasSize(8);
    assertThat(holds.remove(domain, "admin")).isTrue();
    assertThat(holds.find(domain)).isEmpty();
  }

  private List<String> history() {
    return jdbc.sql(
            """
            select kind || ' ' || set_by || ' ' || coalesce(lifted_by, '-')
            from domain_hold where domain = :domain order by number
            """)
        .param("domain", domain.ascii())
        .query(String.class)
        .list();
  }
}
