// What a vendor writes against the Java client of openapi-generator: every call, and what came of it as one line of JSON.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.*;
import leads.*;
import leads.api.*;
import leads.api.FollowingApi.*;
import leads.api.ReadingApi.*;
import leads.api.WritingApi.*;
import leads.model.*;

public class Vendor {
  static final ObjectMapper mapper = ApiClient.createDefaultObjectMapper();

  static Problem problemOf(ApiException refused) throws Exception {
    return mapper.readValue(refused.getResponseBody(), Problem.class);
  }

  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(args[0]);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + args[1]));
    WritingApi writing = new WritingApi(client);
    ReadingApi reading = new ReadingApi(client);
    FollowingApi following = new FollowingApi(client);
    Map<String, Object> told = new TreeMap<>();

    String cursor = following.listLeadChanges(APIListLeadChangesRequest.newBuilder().cursor("latest").build()).getNextCursor();
    LeadFieldsCreate values = new LeadFieldsCreate()
        .name("Anna").email("anna@example.com").roofType(LeadFieldsCreate.RoofTypeEnum.TILE)
        .interests(List.of(LeadFieldsCreate.InterestsEnum.BATTERY, LeadFieldsCreate.InterestsEnum.CHARGER))
        .householdSize(3L).meterNo(9007199254740991L).budget(1234567.89).ownsHome(true)
        .visitDate(LocalDate.of(2026, 12, 1)).callbackAt(OffsetDateTime.parse("2026-12-01T09:30:00+01:00"));
    Lead made = writing.createLead(APICreateLeadRequest.newBuilder()
        .leadCreate(new LeadCreate().externalId("vendor-1").fields(values)).build());
    LeadFields f = made.getFields();
    told.put("created", Arrays.asList(
        made.getVersion(), f.getSource(), f.getMeterNo(), f.getBudget(), f.getInterests(), f.getRoofType(), f.getOwnsHome(),
        f.getPhone(), f.getVisitDate().toString(),
        f.getCallbackAt().withOffsetSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
    LeadList listed = reading.listLeads(APIListLeadsRequest.newBuilder()
        .status(List.of("new", "won")).fieldsEmail("anna@example.com").limit(10L).build());
    told.put("listed", listed.getData().stream().map(lead -> lead.getId().equals(made.getId())).toList());
    told.put("got", reading.getLead(APIGetLeadRequest.newBuilder().leadId(made.getId()).build()).getVersion());
    LeadFieldsUpdate change = new LeadFieldsUpdate()
        .householdSize(null).meterNo(9007199254740990L).interests(List.of(LeadFieldsUpdate.InterestsEnum.CHARGER));
    Lead changed = writing.updateLead(APIUpdateLeadRequest.newBuilder()
        .leadId(made.getId()).leadUpdate(new LeadUpdate().status(StatusInput.WON).fields(change)).build());
    told.put("updated", Arrays.asList(
        changed.getStatus(), changed.getVersion(), changed.getFields().getHouseholdSize(), changed.getFields().getName()));
    History history = following.getLeadHistory(APIGetLeadHistoryRequest.newBuilder().leadId(made.getId()).limit(1L).build());
    told.put("history", history.getData().get(0).getChanges().stream()
        .map(one -> Arrays.asList(one.getPath(), one.getFrom(), one.getTo())).toList());
    LeadChangeList changes = following.listLeadChanges(APIListLeadChangesRequest.newBuilder().cursor(cursor).build());
    told.put("changes", changes.getData().stream()
        .filter(one -> one.getLeadId().equals(made.getId())).map(one -> one.getKind().getValue()).toList());
    BatchResults batch = writing.writeLeads(APIWriteLeadsRequest.newBuilder().batch(new Batch().items(List.of(
        new BatchItem().op(BatchItem.OpEnum.CREATE)
            .fields(Map.of("name", "Bo", "email", "bo@example.com", "meter_no", 9007199254740991L)),
        new BatchItem().op(BatchItem.OpEnum.CREATE).fields(Map.of("name", "Cleo", "email", "x"))))).build());
    told.put("batch", batch.getResults().stream().map(one -> Arrays.asList(
        one.getStatus(),
        one.getLead() == null ? null : one.getLead().getFields().getMeterNo(),
        one.getProblem() == null ? null : one.getProblem().getCode())).toList());
    Lead upserted = writing.upsertLead(APIUpsertLeadRequest.newBuilder().externalId("vendor-1")
        .leadUpsert(new LeadUpsert().fields(new LeadFieldsUpdate().language("en"))).build());
    told.put("upserted", Arrays.asList(
        upserted.getVersion(), upserted.getFields().getLanguage(), upserted.getFields().getBudget()));
    LeadCreate fresh = new LeadCreate().fields(new LeadFieldsCreate().name("Dora").email("dora@example.com"));
    ApiResponse<Lead> dry = writing.createLeadWithHttpInfo(
        APICreateLeadRequest.newBuilder().leadCreate(fresh).dryRun(true).build());
    told.put("dry_run", Arrays.asList(
        dry.getData().getId(), dry.getData().getVersion(), dry.getHeaders().get("dry-run").get(0)));
    for (Lead one : List.of(made, batch.getResults().get(0).getLead()))
      writing.deleteLead(APIDeleteLeadRequest.newBuilder().leadId(one.getId()).build());
    try {
      reading.getLead(APIGetLeadRequest.newBuilder().leadId(made.getId()).build());
    } catch (ApiException refused) {
      told.put("deleted", Arrays.asList(refused.getCode(), problemOf(refused).getCode()));
    }
    try {
      LeadFieldsCreate wrong = new LeadFieldsCreate().name("Eve").email("x").phone("12345678901");
      writing.createLead(APICreateLeadRequest.newBuilder().leadCreate(new LeadCreate().fields(wrong)).build());
    } catch (ApiException refused) {
      told.put("refused", Arrays.asList(problemOf(refused).getCode(), problemOf(refused).getErrors().stream()
          .map(error -> error.getPointer() + " " + error.getCode()).sorted().toList()));
    }
    System.out.println(mapper.writeValueAsString(told));
  }
}
