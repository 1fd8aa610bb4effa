package io.domainflow.sandbox.command.domain;

import io.domainflow.model.DomainName;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Users;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.command.Page;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Application;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class QueryDomainApplicationListHandler implements CommandHandler {

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    call.refuse(List.of("DOMAINREGEX"));
    Set<String> users = Users.inDepth(call, transaction);
    List<Application> applications = new ArrayList<>();
    for (Application application : transaction.all(Table.APPLICATIONS)) {
      if (users.contains(application.account())
          && call.asksFor("DOMAIN", List.of(application.domain()))
          && call.asksFor("CLASS", List.of(application.priceClass()))
          && call.asksFor("STATUS", List.of(application.status()))
          && call.asksFor("OWNERCONTACT", List.of(handle(application, "OWNER")))) {
        applications.add(application);
      }
    }
    call.value("ORDERBY").ifPresent(order -> applications.sort(order(order)));
    Page<Application> page = Page.of(applications, call);
    Answer answer =
        page.answer()
            .with("APPLICATION", page.column(a -> Long.toString(a.number())))
            .with("DOMAIN", page.column(Application::domain));
    return call.isOn("WIDE") ? wide(answer, page) : answer;
  }

  private static Answer wide(Answer answer, Page<Application> page) {
    for (String role : ContactSlots.ROLES) {
      answer.with(role + "CONTACT", page.column(a -> handle(a, role)));
    }
    for (String empty :
        List.of(
            "CLAIMKEY",
            "EXPIRATIONDATE",
            "INVALIDPARAMETER",
            "MISSINGPARAMETER",
            "PARENTUSER",
            "PEERUSER",
            "X-DOMAIN-ROID")) {
      answer.with(empty, page.column(a -> ""));
    }
    return answer
        .with("CLASS", page.column(Application::priceClass))
        .with("CREATEDDATE", page.column(a -> RegistrarDate.of(a.createdAt())))
        .with("DOMAINUMLAUT", page.column(a -> DomainName.of(a.domain()).unicode()))
        .with("NAMESERVER", page.column(a -> String.join(" ", a.nameservers())))
        .with("STATUS", page.column(Application::status))
        .with("UPDATEDDATE", page.column(a -> RegistrarDate.of(a.updatedAt())))
        .with("USER", page.column(Application::account));
  }

  private static String handle(Application application, String role) {
    return application.handles(role).stream().findFirst().orElse("");
  }

  private static Comparator<Application> order(String text) {
    boolean descending = text.endsWith("DESC");
    Function<Application, String> by =
        switch (descending ? text.substring(0, text.length() - "DESC".length()) : text) {
          case "CLASS" -> Application::priceClass;
          case "DOMAIN" -> Application::domain;
          case "UPDATEDDATE" -> application -> RegistrarDate.of(application.updatedAt());
          case "CREATEDDATE" -> application -> RegistrarDate.of(application.createdAt());
          default -> application -> application.account().toLowerCase(Locale.ROOT);
        };
    Comparator<Application> ascending = Comparator.comparing(by).thenComparing(Application::number);
    return descending ? ascending.reversed() : ascending;
  }
}
