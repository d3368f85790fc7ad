package io.tuco.core.optout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways to say that one wants no more, as they stand in a clause of {@link ReplyWords}: lower case,
 * no accents, no apostrophes. Every gap is bounded, so that a reading costs no more than its text.
 */
final class StopWordings {

  private static final String NEWS =
      "(?:te?xts?|txts?|texting|txting|textin|texing|msgs?|messages?|messaging|messging|mesages?|sms"
          + "|e?mails?|emailing|mailings?|communications?|spam|spamming|notifications?|alerts?"
          + "|contact|contacting|calls|calling)";
  private static final String REACH =
      "(?:te?xt|txt|message|msg|contact|call|e?mail|ping|sms|bother|harass|spam|write(?: to)?)";
  private static final String LIST =
      "(?:lists?|system|database|records|contacts|mailings?|distribution)";
  private static final String YOUR = "(?:of )?(?:your|ur|this|that|the|all)(?: \\w+){0,3}";
  private static final String ME = "(?:me|us)";
  private static final String NUMBER =
      "(?:my|this|our)(?: \\w+)? ?(?:number|numbers|phone|cell|name|contact|contact info|info"
          + "|details)";
  private static final String NOT = "(?:dont|do not|never|not to|pls dont|didnt)";

  /** Phrases of the API contract, section 9, and what means the same; a negation undoes them. */
  static final List<Pattern> MEANT =
      patterns(
          "(?:un ?subscribe|unsub)",
          "(?:opt out|optout|opt me out|opting out|opt us out)",
          "remove me",
          "do not contact",
          "stop (?:texting|messaging|contacting)",
          // As thumbs type it.
          "un[subcrie]{6,10}e|desuscri\\w+",
          // Stop + what we do.
          "(?:stop|quit|cease|discontinue|stopp)(?: (?:all|any|with|these|this|the|those|future"
              + "|further|your|ur|sending|calling|and|more|of|out|up)){0,4} (?:"
              + NEWS
              + "|sending|writing|harassing|bothering|bugging|pestering|annoying)",
          "(?:end|cancel)(?: (?:all|any|these|those|the|future|further|your|this)){1,3} "
              + "(?:te?xts?|messages?|sms|emails|msgs|communications?)",
          "discontinue (?:these|this|all|everything|contact)",
          "cease and desist",
          // Away with me.
          "(?:delete|erase|unlist|unenroll|unenrol|deregister) " + ME,
          "(?:take|get|drop|strike|scratch|pull|cut|block|keep|remove|delete) "
              + ME
              + " (?:off|from|out of|off of) "
              + YOUR
              + " ?"
              + LIST,
          "(?:take|get|keep) " + ME + " off",
          "(?:take|remove|delete|drop|get|scratch|strike)(?: (?:my|this|our))(?: \\w+){0,3}"
              + " (?:off|from|out of) "
              + YOUR
              + " ?"
              + LIST,
          "(?:remove|delete|erase|lose|forget) "
              + NUMBER
              + "(?: (?:please|pls|now|from .{1,40}))?$",
          "lose (?:my|this) number",
          "be (?:removed|taken off|deleted|unsubscribed|excluded)(?: (?:from|off|of))? ?"
              + YOUR
              + " ?"
              + LIST,
          "(?:number|me|us)(?: \\w+){0,2} (?:removed|deleted|taken off|unsubscribed)$",
          "want (?:off|out of|out) (?:of )?(?:your|ur|this|the)(?: \\w+){0,2} list",
          "(?:put|add) (?:me|us|my number|this number)(?: \\w+)? (?:on|to) (?:your|the)(?: \\w+)?"
              + " ?(?:do not|dont|dnc|no|opt out|suppression|blocked)(?: \\w+)? list",
          "leave " + ME + " alone",
          "(?:revoke|withdraw|withdrew|revoking|withdrawing) (?:my|all|any) (?:\\w+ )?"
              + "(?:consent|permission)",
          "consent (?:is |has been |hereby )?(?:withdrawn|revoked)",
          "turn (?:off )?(?:these|those|the|this|all|my|your)?(?: \\w+)? ?"
              + "(?:te?xts?|messages|notifications|alerts|sms)(?: off)?(?: to my phone)?$",
          "enough (?:with |of )?(?:the|these|your|already)? ?(?:te?xts?|messages|sms|emails|spam)",
          // Español
          "no me (?:vuelvan? a )?(?:escriban?|escribir|manden?|mandes|mandar|envien?|envies|enviar"
              + "|contacten?|contactes|contactar|molesten?|molestar)(?: \\w+){0,2} (?:mas|nada|nunca)",
          "no me (?:vuelvan? a )?(?:contacten?|contactar|molesten?|escriban|escribir)$",
          "no (?:quiero|deseo)(?: \\w+)? mas (?:mensajes|textos|sms|correos)",
          "no (?:escribirme|contactarme|enviarme|mandarme)(?: mas)?",
          "no mas (?:mensajes|textos|sms|correos)",
          "(?:dejen?|deja|dejes|dejad) de (?:escribir|enviar|mandar|molestar|contactar)\\w*",
          "(?:dar|dar?me|dar?nos|denme|deme|dame) de baja",
          "(?:eliminame|eliminenme|borrame|borrenme|quitame|quitenme|sacame|saquenme)(?: de)?",
          "(?:borren?|borra|eliminen?|elimina|quiten?|quita|saquen?) mi (?:numero|telefono)",
          "basta de (?:mensajes|textos|sms|spam)",
          // Français
          "(?:arretez|arrete|arreter|cessez) (?:de (?:m\\w+|me \\w+|nous \\w+)|(?:vos|les|ces|tes)"
              + " (?:sms|messages|textos|mails))",
          "plus de (?:messages|sms|textos|mails)",
          "ne (?:mecri\\w+|menvo\\w+|me (?:contact|derang|texte|recontact)\\w*|nous contact\\w+) plus",
          "ne plus (?:me|nous|mecrire|menvoyer) ?(?:contacter|deranger|ecrire|envoyer)?",
          "(?:retirez|supprimez|enlevez|effacez|otez)(?: moi|moi)? (?:de (?:votre|la|cette) liste"
              + "|mon numero)",
          "(?:desabonn|desinscri)\\w+",
          // Deutsch
          "keine (?:weiteren )?(?:nachrichten|sms|texte|mails|werbung)(?: \\w+)? mehr",
          "keine weiteren (?:nachrichten|sms|texte|mails)",
          "schreib(?:en sie|e|t)? (?:mir|uns)(?: bitte)? (?:bitte )?nicht(?:s)? mehr",
          "nicht mehr (?:schreiben|anschreiben|kontaktieren|anrufen|belastigen)$",
          "(?:kontaktieren|belastigen) sie (?:mich|uns)(?: bitte)? nicht(?: mehr)?",
          "hor(?:t|en sie)?(?: bitte)? auf(?: \\w+){0,3} (?:schreiben|schicken|senden|texten"
              + "|kontaktieren|belastigen)",
          "losch(?:en sie|e|t)?(?: bitte)? meine? (?:nummer|telefonnummer|handynummer|daten)",
          "(?:nehmen sie|nimm|nehmt|streichen sie)(?: bitte)? (?:mich|uns)(?: bitte)? (?:von|aus)"
              + " (?:der|ihrer|eurer|deiner) liste",
          "(?:lassen sie|lass|lasst) (?:mich|uns)(?: bitte)? in ruhe",
          // Português
          "(?:pare|parem|para) de (?:me |nos )?(?:mandar|enviar|escrever|contatar|incomodar|encher)",
          "nao (?:me |nos )?(?:mandem?|enviem?|escrevam?|contatem?|contactem?|perturbem?) (?:\\w+ )?"
              + "mais",
          "nao quero (?:mais )?(?:receber )?(?:mais )?(?:as |suas )?mensagens",
          "chega de (?:mensagens|mensagem|sms|spam)",
          "(?:apaguem?|removam?|tirem?|excluam?) (?:o )?meu (?:numero|telefone|contato)",
          "me (?:descadastr\\w+|remov[ae]m?|exclu[ai]m?|tir[ae]m? d(?:a|e|essa|esta) (?:sua )?lista)");

  /** Wordings that deny by themselves. */
  static final List<Pattern> DENIED =
      patterns(
          NOT
              + " (?:ever |you |please |even )*"
              + REACH
              + "(?:,? ?(?:or|and|nor) "
              + REACH
              + ")? (?:me|us|this (?:number|phone|line)|here)(?! (?:before|until|till|while|during"
              + "|when|after|today|tonight|yet|about|on|at|so|if|there|in|between|unless|because"
              + "|the|a|my|tomorrow|this)(?![\\p{L}\\p{Nd}]))",
          NOT
              + " (?:ever |please )?send(?: me| us)?(?: any| some)?(?: more| further)?(?: of)?(?: any)?"
              + " ?(?:these|te?xts?|messages?|msgs?|sms|anything|nothing|this|more|stuff|spam|emails)",
          "(?:dont|do not|no longer|never|not|didnt) (?:\\w+ )?(?:want|wish|like|need|care|wanna|want)"
              + "(?: \\w+){0,2} (?:receiv(?:e|ing)|get(?:ting)?)(?: any| more| further| your| these"
              + "| ur| all| of| such| the| this){0,3}(?: (?:te?xts?|messages?|msgs?|sms|emails?"
              + "|communications?|alerts?|notifications?|spam|things|anymore))?(?: from \\w+| anymore"
              + "| any longer| please| pls| again)*$",
          "(?:dont|do not|no longer|never|not) (?:\\w+ )?(?:want|wish|care|need|like|wanna) (?:to )?"
              + "(?:be (?:contacted|texted|messaged|emailed|called|bothered|on (?:your|this|the)(?: \\w+)?"
              + " list)|hear from (?:you|u|yall|your|this|anyone))",
          "(?:dont|do not|no longer) (?:want|need|wish)(?: any| more| further| your| these| ur| of"
              + "| the)* (?:te?xts?|messages?|msgs?|sms|emails|communications?|spam)",
          "no (?:more|further|additional|other)(?: of)?(?: these| your| those| the| ur)? " + NEWS,
          "^no (?:te?xts?|messages?|msgs?|sms|emails)(?: (?:please|pls|plz|thanks))?$",
          "ne veux plus (?:recevoir|de (?:messages|sms|textos|mails|vos))",
          "ne souhaite plus (?:recevoir|etre)",
          "(?:mochte|will|wunsche) keine (?:weiteren )?(?:nachrichten|sms|texte|mails|werbung)",
          "no quiero recibir(?: mas)? (?:mensajes|textos|sms|correos)");

  /** What may be such a wish and may not. */
  static final List<Pattern> HINTS =
      patterns(
          "not (?:at all )?interested|no interest",
          "wrong (?:number|person|guy|phone)",
          "(?:this|that|its|it|is this)(?: is| looks like)? (?:a )?(?:spam|scam)",
          "go away|(?:fuck|f|piss|bugger) off|get lost",
          "report(?:ed|ing)? (?:you|this|it|as)",
          "(?:will|ill|gonna|going to|am|im) block(?:ing)? (?:you|u|this)|^blocked$",
          "keep (?:texting|messaging|contacting|bothering|spamming) (?:me|us)",
          "too many (?:te?xts?|messages|msgs|emails)",
          "(?:never|didnt|did not) (?:sign|signed) up",
          "who gave you (?:permission|my number|this number)",
          "how (?:do|can|would) (?:i|we|you) (?:stop|end|turn off|get rid of)"
              + " (?:these|getting|receiving (?:these|your))",
          "get these to stop|make (?:it|this|these) stop",
          "cancel (?:my|the|this) subscription|cancelar (?:la|mi|a|minha) (?:suscripcion|assinatura)",
          "dejen de molestar|de que me escriben");

  private StopWordings() {}

  private static List<Pattern> patterns(String... wordings) {
    return Stream.of(wordings)
        .map(wording -> Pattern.compile(anchored(wording)))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whole words only. */
  private static String anchored(String wording) {
    return "(?<![\\p{L}\\p{Nd}])(?:" + wording + ")(?![\\p{L}\\p{Nd}])";
  }
}
