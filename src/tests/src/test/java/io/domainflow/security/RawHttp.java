package io.domainflow.security;

import io.domainflow.build.TestTimeout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends raw requests that no HTTP client would send. */
final class RawHttp {

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /** Sends any text to the server, and returns the status of the answer. */
  int status(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) TestTimeout.LIMIT.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return status(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer to a request after which the connection is closed. */
  String answer(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) TestTimeout.LIMIT.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request without a body. */
  int status(String method, String target, String headers) {
    return status(request(method, target, headers, ""));
  }

  /** A complete request. */
  static String request(String method, String target, String headers, String body) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + headers
        + (body.isEmpty() && method.equals("GET")
            ? ""
            : "Content-Length: " + body.length() + "\r\n")
        + "\r\n"
        + body;
  }

  /** The header for a demo user, whose password is its name. */
  static String login(String user) {
    String login = user + ":" + user;
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  /** The status of the next answer on a connection. */
  static int status(Socket socket) throws IOException {
    String line =
        new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
            .readLine();
    return line == null ? 0 : Integer.parseInt(line.split(" ", -1)[1]);
  }
}
