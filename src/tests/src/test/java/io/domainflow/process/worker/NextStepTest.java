package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static org.awaitility.Awaitility.await;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DomainflowTest
class NextStepTest {

  private final Registrations registrations;
  private final JdbcClient jdbc;

  @Autowired
  NextStepTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
  }

  @AfterEach
  void theJournalWorksAgain() {
    jdbc.sql("drop trigger if exists refuse on command_journal").update();
    jdbc.sql("drop function if exists refuse").update();
  }

  @Test
  void aStepIsRecordedEvenIfTheNextOneCannotBePrepared() {
    jdbc.sql(
            """
            create function refuse() returns trigger language plpgsql
            as 'begin raise exception ''refused for a test''; end'
            """)
        .update();
    jdbc.sql(
            """
            create trigger refuse before insert on command_journal
            for each row when (new.command = 'RegisterDomain') execute function refuse()
            """)
        .update();

    String reference = registrations.place(freshName("com"));

    await().until(() -> standsAt("register-domain", reference));

    theJournalWorksAgain();

    registrations.awaitStatus(reference, "COMPLETED");
  }

  private boolean standsAt(String topic, String reference) {
    return jdbc.sql(
            """
            select exists(
              select 1 from act_ru_ext_task t
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              where t.topic_name_ = ? and i.business_key_ = ?)
            """)
        .params(topic, reference)
        .query(Boolean.class)
        .single();
  }
}
