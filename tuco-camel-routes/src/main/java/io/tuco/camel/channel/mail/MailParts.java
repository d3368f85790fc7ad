package io.tuco.camel.channel.mail;

import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.core.message.UnsubscribeTokens;
import io.tuco.core.secret.SecretBox;
import java.net.URI;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the e-mail channel is made of.
 *
 * @param publicUrl the base that unsubscribe links stand under; one-click needs it to be https
 * @param tls whom it trusts; a server must also bear the name of its account's host
 */
public record MailParts(
    SecretBox secrets,
    AttachmentFiles files,
    UnsubscribeTokens tokens,
    URI publicUrl,
    SSLSocketFactory tls,
    MailLimits limits) {}
