package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DemoDataControlTest {

  private final CountDownLatch made = new CountDownLatch(1);
  private RuntimeException failure;

  private final DemoDataStart start =
      new DemoDataStart(
          new DemoData(new DemoDataProperties(0, 1), new MockEnvironment(), new ObjectMapper()) {
            @Override
            public DemoReport fill(int orders) {
              try {
                made.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              if (failure != null) {
                throw failure;
              }
              return new DemoReport(
                  Map.of("REGISTER COMPLETED", orders), Map.of("a task", 3), List.of());
            }
          },
          new DemoDataProperties(0, 1));

  private final DemoDataControl control = new DemoDataControl(start);

  private int begin(Integer orders) {
    return control.begin(new DemoDataControl.DemoSize(orders)).getStatusCode().value();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(ints = {0, -1, 5001})
  void refusesANumberThatCannotBeMade(Integer orders) {
    assertThat(begin(orders)).isEqualTo(400);
    assertThat(control.state().stage()).isEqualTo(DemoDataStart.Stage.NONE);
  }

  @Test
  void makesThemOnceAtATimeAndSaysWhatThereIs() {
    assertThat(begin(200)).isEqualTo(202);
    assertThat(control.state().stage()).isEqualTo(DemoDataStart.Stage.RUNNING);
    assertThat(begin(200)).isEqualTo(409);

    made.countDown();

    await().until(() -> control.state().stage() == DemoDataStart.Stage.DONE);
    assertThat(control.state().message())
        .isEqualTo("There are 200 orders and 3 open tasks of the demo data.");
  }

  @Test
  void saysThatItFailedAndCanBeBegunAgain() {
    failure = new StoryFailed("the clock stands still");
    made.countDown();

    begin(200);

    await().until(() -> control.state().stage() == DemoDataStart.Stage.FAILED);
    assertThat(control.state().message()).contains("the clock stands still");
    assertThat(begin(200)).isEqualTo(202);
  }
}
