package io.domainflow.ote;

import io.domainflow.account.Platform;
import io.domainflow.cnr.CnrProperties;
import io.domainflow.cnr.command.CnrCodecs;
import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.Endpoint;
import io.domainflow.registrar.RegistrarProperties;
import io.domainflow.registrar.command.Query;
import java.net.URI;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The test systems of the registrar, each with the protocol of the sandbox that simulates it. */
enum OteSystem {
  HEXONET(Platform.ISPAPI, "/sandbox/api/call.cgi") {
    @Override
    <R> EncodedCommand<R> say(Query<R> question) {
      return IspapiCodecs.encode(question);
    }

    @Override
    URI url(ApplicationContext context) {
      return context.getBean(RegistrarProperties.class).oteUrl();
    }

    @Override
    Endpoint endpoint(URI url) {
      return new Endpoint(url, TEST_ENTITY);
    }

    @Override
    List<Case<?>> cases(OteSettings settings) {
      return Cases.of(settings);
    }
  },
  CNR(Platform.CNR, "/sandbox/cnr/api/call.cgi") {
    @Override
    <R> EncodedCommand<R> say(Query<R> question) {
      return CnrCodecs.encode(question);
    }

    @Override
    URI url(ApplicationContext context) {
      return context.getBean(CnrProperties.class).oteUrl();
    }

    @Override
    Endpoint endpoint(URI url) {
      return new Endpoint(url, null);
    }

    @Override
    List<Case<?>> cases(OteSettings settings) {
      return CnrCases.of(settings);
    }
  };

  private static final String TEST_ENTITY = "1234";

  private final Platform platform;
  private final String path;

  OteSystem(Platform platform, String path) {
    this.platform = platform;
    this.path = path;
  }

  Platform platform() {
    return platform;
  }

  /** The path at which the sandbox simulates it. */
  String path() {
    return path;
  }

  /** A query in the line protocol of the system. */
  abstract <R> EncodedCommand<R> say(Query<R> question);

  /** The URL of the system. */
  abstract URI url(ApplicationContext context);

  /** The endpoint of the system at a URL. */
  abstract Endpoint endpoint(URI url);

  /** The cases for the system. */
  abstract List<Case<?>> cases(OteSettings settings);
}
