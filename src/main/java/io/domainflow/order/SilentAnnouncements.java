package io.domainflow.order;

import io.domainflow.model.Announcement;
import io.domainflow.model.Announcements;
import org.springframework.stereotype.Component;

@Component
class SilentAnnouncements implements Announcements {
  @Override
  public void announce(Announcement announcement) {}
}
