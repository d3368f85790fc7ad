package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.lead.IntegrationIds;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAlias;
import io.tuco.core.lead.LeadAliases;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.lead.PersonName;
import io.tuco.core.lead.SearchTexts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** A lead as it lies in {@code leads}. */
final class LeadDocument {

  /** Written by look-ups alone: a change of the lead leaves it as it is. */
  static final String AVAILABILITY = "availability";

  /** What is searched, beside the fields it comes from: in one case for every database. */
  static final String SEARCH = "search";

  static final List<String> OPTIONAL = List.of("contactOwnerEmail", "firstMessageId");

  private LeadDocument() {}

  /** The addresses it stands for, as they are claimed: one lead of a workspace each. */
  static List<String> claims(Lead lead) {
    return lead.addresses().all().stream()
        .map(address -> claim(lead.workspaceId(), address))
        .collect(Collectors.toList());
  }

  static String claim(String workspaceId, Address address) {
    return workspaceId + ":" + address.value();
  }

  static Document of(Lead lead) {
    return new DocumentWriter()
        .put("_id", lead.id())
        .put("workspaceId", lead.workspaceId())
        .put("name", name(lead.name()))
        .put("addresses", LeadAddressesDocument.of(lead.addresses()))
        .put("profile", LeadProfileDocument.of(lead.profile()))
        .put("listId", lead.listId())
        .put("source", lead.source().wire())
        .put("contactOwnerEmail", lead.contactOwnerEmail())
        .put("integrationIds", ids(lead))
        .put("aliases", lead.aliases().items(), LeadDocument::alias)
        .put("firstMessageId", lead.firstMessageId())
        .put(SEARCH, SearchTexts.of(lead), Function.<String>identity())
        .put("createdAt", lead.createdAt())
        .put("updatedAt", lead.updatedAt())
        .document();
  }

  static Lead read(Document document) {
    var reader = new DocumentReader(document);
    return new Lead(
        reader.text("_id"),
        reader.text("workspaceId"),
        name(reader.part("name")),
        LeadAddressesDocument.read(reader.part("addresses")),
        LeadProfileDocument.read(reader.part("profile")),
        reader.text("listId"),
        reader.constant("source", LeadSource.values(), LeadSource::wire),
        reader.optionalText("contactOwnerEmail"),
        ids(reader.part("integrationIds")),
        new LeadAliases(reader.parts("aliases").stream().map(LeadDocument::alias).toList()),
        reader.optionalText("firstMessageId"),
        reader.optionalConstant(AVAILABILITY, LeadAvailability.values(), LeadAvailability::wire),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }

  private static Document name(PersonName name) {
    return new DocumentWriter().put("first", name.first()).put("last", name.last()).document();
  }

  private static PersonName name(DocumentReader reader) {
    return new PersonName(reader.optionalText("first"), reader.optionalText("last"));
  }

  private static Document alias(LeadAlias alias) {
    return new DocumentWriter()
        .put("name", name(alias.name()))
        .put("ghlRecordId", alias.ghlRecordId())
        .put("ghlLocationId", alias.ghlLocationId())
        .put("firstSeenAt", alias.firstSeenAt())
        .document();
  }

  private static LeadAlias alias(DocumentReader reader) {
    return new LeadAlias(
        name(reader.part("name")),
        reader.optionalText("ghlRecordId"),
        reader.optionalText("ghlLocationId"),
        reader.instant("firstSeenAt"));
  }

  /** With every GHL record beside the lead's own, to be found by. */
  private static Document ids(Lead lead) {
    var ids = lead.integrationIds();
    return new DocumentWriter()
        .putAny("ghlRecordIds", lead.ghlRecordIds())
        .put("ghlRecordId", ids.ghlRecordId())
        .put("ghlLocationId", ids.ghlLocationId())
        .put("hubspotRecordId", ids.hubspotRecordId())
        .put("hubspotPortalId", ids.hubspotPortalId())
        .document();
  }

  private static IntegrationIds ids(DocumentReader reader) {
    return new IntegrationIds(
        reader.optionalText("ghlRecordId"),
        reader.optionalText("ghlLocationId"),
        reader.optionalText("hubspotRecordId"),
        reader.optionalText("hubspotPortalId"));
  }
}
