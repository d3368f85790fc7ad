package io.tuco.camel.channel.mail;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.account.MailAccount;
import io.tuco.core.dispatch.DispatchCommand;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * E-mail by SMTP: sending and probing. SMTP blocks, so both work on a pool of their own; nothing is
 * retried here.
 */
public final class MailRoutes extends RouteBuilder {

  private static final String COMPONENT = "tuco-mail";
  private static final String SMTP = COMPONENT + ":account.invalid:25";
  private static final String SENT = "tuco-mailed";
  private static final int THREADS = 16;
  private static final int QUEUED = 10_000;

  private final AttachmentFiles files;
  private final Letters letters;
  private final SmtpCourier courier;

  public MailRoutes(MailParts parts) {
    this.files = parts.files();
    this.letters = new Letters(new LetterHead(parts.tokens(), parts.publicUrl()), parts.files());
    this.courier = new SmtpCourier(new SmtpDoor(parts.secrets(), parts.tls(), parts.limits()));
  }

  @Override
  public void configure() {
    getContext().addComponent(COMPONENT, component());
    var pool = pool();
    // spotless:off
    from(Seams.MAIL_SEND).routeId("tuco-mail-send").routeConfigurationId(FailureRoutes.INNER)
        // camel-mail takes orders from headers.
        .removeHeaders("*")
        .threads().executorService(pool)
        .setVariable(SENT, body())
        .transform().body(DispatchCommand.Send.class, letters::prepare)
        .filter(body().isInstanceOf(OutgoingMail.class))
            .to(SMTP)
            .transform().body(OutgoingMail.class, MailOutcomes::judge)
            .removeHeaders("*")
        .end()
        .process(this::release);

    from(Seams.MAIL_PROBE).routeId("tuco-mail-probe").routeConfigurationId(FailureRoutes.INNER)
        .removeHeaders("*")
        .threads().executorService(pool)
        .transform().body(MailAccount.class, courier::knock);
    // spotless:on
  }

  /** The files need not stay for this attempt; another one asks for them again. */
  private void release(Exchange exchange) {
    var message = exchange.getVariable(SENT, DispatchCommand.Send.class).message();
    Letter.filesOf(message).forEach(file -> files.done(message, file.place()));
  }

  private MailComponent component() {
    var configuration = new MailConfiguration(getContext());
    configuration.setJavaMailSender(new CourierMailSender(courier));
    return new MailComponent(configuration);
  }

  /** Stops with the context; a caller whose work finds no place hears of it. */
  private ExecutorService pool() {
    var profile = new ThreadPoolProfile(COMPONENT);
    profile.setPoolSize(THREADS);
    profile.setMaxPoolSize(THREADS);
    profile.setMaxQueueSize(QUEUED);
    profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
    return getContext().getExecutorServiceManager().newThreadPool(this, COMPONENT, profile);
  }
}
