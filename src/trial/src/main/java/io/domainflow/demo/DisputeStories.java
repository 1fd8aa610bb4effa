package io.domainflow.demo;

/** Changes of registrant that are under way when a dispute over the name is recorded. */
final class DisputeStories implements Stories {

  @Override
  public void write(DemoTimeline timeline, OrderBook book, Shop shop) {
    DemoOrder withdrawn = ChangeStories.waitThenLock(book);
    timeline
        .story("a dispute over a name whose registrant is to change")
        .before("P42D", () -> ChangeStories.place(shop, withdrawn))
        .then(() -> shop.waits(withdrawn, "CONFIRMATION"))
        .then(() -> shop.disputed(withdrawn.domain()));

    DemoOrder late = ChangeStories.waitThenLock(book);
    timeline
        .story("a dispute that is noted too late to stop a change")
        .before("P1D", () -> ChangeStories.place(shop, late))
        .then(() -> shop.waits(late, "CONFIRMATION"))
        .then(
            () -> {
              shop.follows(late.domain(), "confirm");
              shop.disputed(late.domain());
            })
        .atTheEnd(() -> shop.task(late, "Task_SettleDisputedChange"));
  }
}
