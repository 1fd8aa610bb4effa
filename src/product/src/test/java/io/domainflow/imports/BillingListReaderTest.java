package io.domainflow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.domainflow.imports.BillingRow.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as billing systems and spreadsheets write them, and as people break them. */
class BillingListReaderTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

  private static BillingList read(String file) {
    return new BillingListReader(NOW).read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static BillingRow only(String file) {
    assertThat(read(file).rows()).hasSize(1);
    return read(file).rows().get(0);
  }

  /** Each quote might begin a row of a hundred lines. */
  @Test
  void readsTheLargestListOfOpenQuotesInUnderASecond() {
    String list = "domain\n" + ("\"" + "\n".repeat(101)).repeat((1 << 20) / 102);

    Duration fastest =
        Stream.generate(
                () -> {
                  long start = System.nanoTime();
                  assertThat(read(list).rows()).hasSize((1 << 20) / 102);
                  return Duration.ofNanos(System.nanoTime() - start);
                })
            .limit(4)
            .min(Comparator.naturalOrder())
            .orElseThrow();

    assertThat(fastest).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void readsTheDomainsOfWhmcs() {
    BillingList list =
        read(
            """
            id,userid,orderid,type,registrationdate,domain,firstpaymentamount,expirydate,nextduedate,status,registrar,donotrenew
            17,4,21,Register,2026-01-31,Kept.COM,12.00,2027-01-31,2027-01-17,Active,ispapi,0
            18,4,22,Register,2026-01-31,ends.com,12.00,2027-01-31,0000-00-00,Active,ispapi,1
            """);

    assertThat(list.format()).isEqualTo(ListFormat.WHMCS);
    assertThat(list.rows().get(0))
        .isEqualTo(
            new BillingRow(
                2,
                "kept.com",
                Standing.BILLED,
                "Active, expires 2027-01-31, next due 2027-01-17, through ispapi, reference 17",
                LocalDate.of(2027, 1, 31),
                LocalDate.of(2027, 1, 17),
                null));
    assertThat(list.rows().get(1).standing()).isEqualTo(Standing.NOT_RENEWED);
    assertThat(list.rows().get(1).dueOn()).isNull();
  }

  @Test
  void readsTheServicesOfBlesta() {
    BillingList list =
        read(
            """
            id,service,status,date_renews,date_suspended,date_canceled
            1,a.com,active,2027-01-17 00:00:00,,
            2,b.com,suspended,2026-10-01 00:00:00,2026-11-01 00:00:00,
            3,c.com,active,2027-01-17 00:00:00,,2027-01-31 00:00:00
            4,d.com,canceled,,,2026-01-31 00:00:00
            """);

    assertThat(list.format()).isEqualTo(ListFormat.BLESTA);
    assertThat(list.rows())
        .extracting(BillingRow::standing)
        .containsExactly(
            Standing.BILLED, Standing.NOT_RENEWED, Standing.NOT_RENEWED, Standing.ENDED);
    assertThat(list.rows().get(0).dueOn()).isEqualTo("2027-01-17");
    assertThat(list.rows().get(0).expiresOn()).isNull();
  }

  @Test
  void readsSemicolonsBehindAByteOrderMarkAndATitle() {
    BillingList list =
        read("\uFEFF\"Domains\"\r\nDomain;Expires\r\n\"müller.com\";\"31.01.2027\"\r\n");

    assertThat(list.format()).isEqualTo(ListFormat.PLAIN);
    assertThat(list.rows()).hasSize(1);
    assertThat(list.rows().get(0).domain()).isEqualTo("xn--mller-kva.com");
    assertThat(list.rows().get(0).line()).isEqualTo(3);
    assertThat(list.rows().get(0).expiresOn()).isEqualTo("2027-01-31");
  }

  @Test
  void aBrokenRowAffectsNoOtherRow() {
    BillingList list =
        read(
            """
            domain,notes
            a.com,"two
            lines, and a ""quote""\"
            "b.com,no end
            "c.com","fine"
            "d.com"x,wrong

            ,
            e.com,a 5" disk
            f.com
            """);

    assertThat(list.rows())
        .extracting(BillingRow::line, BillingRow::domain, BillingRow::standing)
        .containsExactly(
            tuple(2, "a.com", Standing.BILLED),
            tuple(4, "", Standing.NO_NAME),
            tuple(5, "c.com", Standing.BILLED),
            tuple(6, "", Standing.NO_NAME),
            tuple(9, "e.com", Standing.BILLED),
            tuple(10, "f.com", Standing.BILLED));
    assertThat(list.rows().get(1).problem()).contains("quotes");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31,          2027-01-31",
    "2027-01-31 10:00:00, 2027-01-31",
    "2027-01-31T10:00:00Z,2027-01-31",
    "2027/01/31,          2027-01-31",
    "31.01.2027,          2027-01-31",
    "01.02.2027,          2027-02-01",
    "31/01/2027,          2027-01-31",
    "01/31/2027,          2027-01-31",
    "31-01-2027,          2027-01-31"
  })
  void readsDatesAsTheSystemsWriteThem(String written, LocalDate meant) {
    assertThat(only("domain,expires\na.com," + written + "\n").expiresOn()).isEqualTo(meant);
  }

  @Test
  void distinguishesDayAndMonthByTheOtherDatesOfTheList() {
    List<BillingRow> rows = read("domain,expires\na.com,03/04/2027\nb.com,25/12/2027\n").rows();
    assertThat(rows.get(0).expiresOn()).isEqualTo("2027-04-03");
    assertThat(
            read("domain,expires\na.com,03/04/2027\nb.com,12/25/2027\n").rows().get(0).expiresOn())
        .isEqualTo("2027-03-04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2027", "soon", "2027-02-30", "31.13.2027"})
  void saysWhichDateItCannotRead(String written) {
    BillingRow row = only("domain,expires\na.com," + written + "\n");

    assertThat(row.problem()).isEqualTo("«" + written + "» cannot be read as a date");
    assertThat(row.domain()).as("the rest counts").isEqualTo("a.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "-", "N/A", "NULL"})
  void readsTheTextForNoDateAsAbsent(String written) {
    BillingRow row = only("domain,expires\na.com," + written + "\n");

    assertThat(row.problem()).isNull();
    assertThat(row.expiresOn()).isNull();
  }

  @Test
  void treatsAnUnknownStatusAsActiveAndSaysSo() {
    BillingRow row = only("domain,status\na.com,Parked\n");

    assertThat(row.standing()).isEqualTo(Standing.BILLED);
    assertThat(row.problem()).contains("«Parked»");
  }

  @Test
  void keepsNothingOfColumnsThatItDoesNotNeed() {
    assertThat(only("domain,client name,notes\na.com,Ada Example,secret\n").toString())
        .doesNotContain("Ada")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "domain", "domain\n\n,\n", "a.com\nb.com\n", "name\na.com\n"})
  void refusesAnInvalidList(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(ListRejected.class);
  }

  @Test
  void refusesAnotherEncoding() {
    byte[] latin = "domain\nmüller.com\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> new BillingListReader(NOW).read(latin))
        .isInstanceOf(ListRejected.class)
        .hasMessageContaining("UTF-8");
  }
}
