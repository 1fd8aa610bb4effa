package io.domainflow.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An order shows its sections. */
class SectionViewTest {

  private static final NameSettings BEFORE = settings("ns1.old.example", true, "P-SECRET1");
  private static final NameSettings AFTER = settings("ns1.new.example", false, "P-SECRET2");

  @Test
  void showsWhatWasBeforeAndIsSince() {
    Map<String, SectionView> views =
        SectionView.of(update(Section.values()), OrderStatus.COMPLETED, null);

    assertThat(views.get("nameservers"))
        .isEqualTo(
            new SectionView(
                SectionState.DONE, List.of("ns1.old.example"), List.of("ns1.new.example"), null));
    assertThat(views.get("transferLock"))
        .isEqualTo(new SectionView(SectionState.DONE, true, false, null));
    assertThat(views.get("renewalMode").before()).isEqualTo(RenewalMode.AUTOEXPIRE);
    assertThat(views.get("privacy").before()).isNull();
  }

  @Test
  void showsNothingOfWhatIsPersonal() {
    Map<String, SectionView> views =
        SectionView.of(
            update(Section.CONTACTS, Section.REGISTRANT_DETAILS), OrderStatus.COMPLETED, null);

    assertThat(views).containsOnlyKeys("contacts", "registrantDetails");
    assertThat(views.values()).containsOnly(new SectionView(SectionState.DONE, null, null, null));
    assertThat(views.toString()).doesNotContain("P-SECRET");
  }

  @Test
  void leavesNothingToBeDoneOfAnOrderThatHasEnded() {
    Update update =
        new Update(
            AFTER,
            BEFORE,
            BEFORE,
            Map.of(Section.NAMESERVERS, new SectionResult(SectionState.WANTED, null)),
            true,
            false);

    assertThat(SectionView.of(update, OrderStatus.WAITING, null).get("nameservers"))
        .isEqualTo(new SectionView(SectionState.WANTED, List.of("ns1.old.example"), null, null));
    assertThat(SectionView.of(update, OrderStatus.CANCELLED, null).get("nameservers"))
        .isEqualTo(
            new SectionView(
                SectionState.NOT_DONE,
                List.of("ns1.old.example"),
                null,
                "the order has ended before it was done"));
  }

  @Test
  void saysThatTheNameHasLeftAndNotWhatWasInTheWayBefore() {
    Update update =
        new Update(
            AFTER,
            BEFORE,
            BEFORE,
            Map.of(Section.PRIVACY, new SectionResult(SectionState.WANTED, "not in time")),
            true,
            false);
    Failure left = new Failure(Failure.Reason.TRANSFERRED_AWAY, "It has left.", null);

    assertThat(SectionView.of(update, OrderStatus.FAILED, left).get("privacy").reason())
        .isEqualTo("the domain has left the account");
  }

  @Test
  void isNothingForOtherOrders() {
    assertThat(SectionView.of(null, OrderStatus.WAITING, null)).isNull();
  }

  private static Update update(Section... sections) {
    Map<Section, SectionResult> results = new EnumMap<>(Section.class);
    for (Section section : sections) {
      results.put(section, new SectionResult(SectionState.DONE, null));
    }
    return new Update(AFTER, BEFORE, AFTER, results, true, false);
  }

  private static NameSettings settings(String host, boolean lock, String handle) {
    return new NameSettings(
        List.of(new Nameserver(host)),
        lock,
        null,
        RenewalMode.AUTOEXPIRE,
        Map.of(ContactRole.ADMIN, List.of(handle), ContactRole.REGISTRANT, List.of(handle)));
  }
}
