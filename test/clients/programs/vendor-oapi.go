// What a vendor writes against the client of oapi-codegen: every call, and what came of it as one line of JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"sort"
	"time"

	"example.com/app/leads"
	"github.com/oapi-codegen/nullable"
	"github.com/oapi-codegen/runtime/types"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func has[T any](value T) nullable.Nullable[T] { return nullable.NewNullableWithValue(value) }

func main() {
	ctx := context.Background()
	api := must(leads.NewClientWithResponses(os.Args[1], leads.WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+os.Args[2])
			return nil
		},
	)))
	told := map[string]any{}

	cursor := "latest"
	latest := must(api.ListLeadChangesWithResponse(ctx, &leads.ListLeadChangesParams{Cursor: &cursor})).JSON200
	externalID := has(leads.ExternalId("vendor-1"))
	fields := leads.LeadFieldsCreate{
		Name: "Anna", Email: "anna@example.com",
		RoofType:      has(leads.LeadFieldsCreateRoofTypeTile),
		Interests:     has([]leads.LeadFieldsCreateInterests{leads.LeadFieldsCreateInterestsBattery, leads.LeadFieldsCreateInterestsCharger}),
		HouseholdSize: has(int64(3)), MeterNo: has(int64(9007199254740991)), Budget: has(1234567.89), OwnsHome: has(true),
		VisitDate:  has(types.Date{Time: must(time.Parse(time.DateOnly, "2026-12-01"))}),
		CallbackAt: has(must(time.Parse(time.RFC3339, "2026-12-01T09:30:00+01:00"))),
	}
	made := must(api.CreateLeadWithResponse(ctx, nil, leads.LeadCreate{ExternalId: externalID, Fields: fields})).JSON201
	f := made.Fields
	told["created"] = []any{
		made.Version, f.Source, f.MeterNo, f.Budget, f.Interests, f.RoofType, f.OwnsHome, f.Phone, f.VisitDate,
		f.CallbackAt.MustGet().UTC().Format("2006-01-02T15:04:05Z"),
	}
	status := leads.StatusParam{"new", "won"}
	email, limit := leads.FilterEqEmailParam("anna@example.com"), leads.LimitParam(10)
	params := leads.ListLeadsParams{Status: &status, FieldsEmail: &email, Limit: &limit}
	same := []bool{}
	for _, lead := range must(api.ListLeadsWithResponse(ctx, &params)).JSON200.Data {
		same = append(same, lead.Id == made.Id)
	}
	told["listed"] = same
	told["got"] = must(api.GetLeadWithResponse(ctx, made.Id, nil)).JSON200.Version
	won := leads.StatusInputWon
	change := leads.LeadFieldsUpdate{
		HouseholdSize: nullable.NewNullNullable[int64](), MeterNo: has(int64(9007199254740990)),
		Interests: has([]leads.LeadFieldsUpdateInterests{leads.LeadFieldsUpdateInterestsCharger}),
	}
	changed := must(api.UpdateLeadWithResponse(ctx, made.Id, nil, leads.LeadUpdate{Status: &won, Fields: &change})).JSON200
	told["updated"] = []any{changed.Status, changed.Version, changed.Fields.HouseholdSize, changed.Fields.Name}
	one := leads.HistoryLimitParam(1)
	steps := [][]any{}
	history := must(api.GetLeadHistoryWithResponse(ctx, made.Id, &leads.GetLeadHistoryParams{Limit: &one})).JSON200
	for _, step := range history.Data[0].Changes {
		steps = append(steps, []any{step.Path, step.From, step.To})
	}
	told["history"] = steps
	kinds := []any{}
	feed := must(api.ListLeadChangesWithResponse(ctx, &leads.ListLeadChangesParams{Cursor: &latest.NextCursor})).JSON200
	for _, event := range feed.Data {
		if event.LeadId == made.Id {
			kinds = append(kinds, event.Kind)
		}
	}
	told["changes"] = kinds
	right := map[string]any{"name": "Bo", "email": "bo@example.com", "meter_no": int64(9007199254740991)}
	wrong := map[string]any{"name": "Cleo", "email": "x"}
	batch := must(api.WriteLeadsWithResponse(ctx, nil, leads.Batch{Items: []leads.BatchItem{
		{Op: leads.BatchItemOpCreate, Fields: &right}, {Op: leads.BatchItemOpCreate, Fields: &wrong},
	}})).JSON200.Results
	told["batch"] = []any{
		[]any{batch[0].Status, batch[0].Lead.Fields.MeterNo, nil},
		[]any{batch[1].Status, nil, batch[1].Problem.Code},
	}
	upsert := leads.LeadUpsert{Fields: &leads.LeadFieldsUpdate{Language: has("en")}}
	upserted := must(api.UpsertLeadWithResponse(ctx, "vendor-1", nil, upsert)).JSON200
	told["upserted"] = []any{upserted.Version, upserted.Fields.Language, upserted.Fields.Budget}
	try := leads.DryRunParam(true)
	fresh := leads.LeadCreate{Fields: leads.LeadFieldsCreate{Name: "Dora", Email: "dora@example.com"}}
	dry := must(api.CreateLeadWithResponse(ctx, &leads.CreateLeadParams{DryRun: &try}, fresh))
	told["dry_run"] = []any{dry.JSON201.Id, dry.JSON201.Version, dry.Headers201.DryRun}
	for _, id := range []types.UUID{made.Id, batch[0].Lead.Id} {
		must(api.DeleteLeadWithResponse(ctx, id, nil))
	}
	missing := must(api.GetLeadWithResponse(ctx, made.Id, nil))
	told["deleted"] = []any{missing.StatusCode(), missing.ApplicationproblemJSON404.Code}
	bad := leads.LeadCreate{Fields: leads.LeadFieldsCreate{Name: "Eve", Email: "eve@x", Phone: has("12345678901")}}
	refused := must(api.CreateLeadWithResponse(ctx, nil, bad)).ApplicationproblemJSON422
	places := []string{}
	for _, one := range *refused.Errors {
		places = append(places, *one.Pointer+" "+one.Code)
	}
	sort.Strings(places)
	told["refused"] = []any{refused.Code, places}
	fmt.Println(string(must(json.Marshal(told))))
}
