package io.tuco.camel.channel.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * What camel-mail hands our messages to. Everything a stock sender is told by its endpoint is in
 * the message's account here, so nothing it is told has an effect.
 */
final class CourierMailSender implements JavaMailSender {

  private final SmtpCourier courier;

  CourierMailSender(SmtpCourier courier) {
    this.courier = courier;
  }

  @Override
  public void send(MimeMessage message) {
    var mail = (OutgoingMail) message;
    mail.endedWith(courier.carry(mail));
  }

  @Override
  public Properties getJavaMailProperties() {
    return new Properties();
  }

  @Override
  public void setJavaMailProperties(Properties properties) {}

  @Override
  public void addAdditionalJavaMailProperty(String key, String value) {}

  @Override
  public void setHost(String host) {}

  @Override
  public @Nullable String getHost() {
    return null;
  }

  @Override
  public void setPort(int port) {}

  @Override
  public int getPort() {
    return 0;
  }

  @Override
  public void setUsername(String username) {}

  @Override
  public @Nullable String getUsername() {
    return null;
  }

  @Override
  public void setPassword(String password) {}

  @Override
  public @Nullable String getPassword() {
    return null;
  }

  @Override
  public void setProtocol(String protocol) {}

  @Override
  public @Nullable String getProtocol() {
    return null;
  }

  @Override
  public void setSession(Session session) {}

  @Override
  public @Nullable Session getSession() {
    return null;
  }

  @Override
  public void setAuthenticator(MailAuthenticator authenticator) {}

  @Override
  public @Nullable MailAuthenticator getAuthenticator() {
    return null;
  }
}
