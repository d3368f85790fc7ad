package io.tuco.camel.channel.mail;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names a failure without repeating what it says: the texts of libraries hold hosts. */
final class SmtpFailures {

  private static final int DEEPEST = 8;

  private SmtpFailures() {}

  static String sentence(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof UnknownHostException) {
        return "The host name could not be resolved";
      }
      if (cause instanceof SocketTimeoutException) {
        return "The mail server did not answer in time";
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return "The connection was refused";
      }
      if (cause instanceof SSLException) {
        return "The TLS connection failed";
      }
      if (cause instanceof FileSystemException) {
        return "An attachment could not be read";
      }
      cause = next(cause);
    }
    return "The connection to the mail server was lost";
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause instanceof MessagingException mail ? mail.getNextException() : cause.getCause();
  }
}
