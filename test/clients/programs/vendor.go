// What a vendor writes against the Go client of openapi-generator: every call, and what came of it as one line of JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sort"
	"time"

	"example.com/app/leads"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func problemOf(err error) leads.Problem {
	var refused *leads.GenericOpenAPIError
	if !errors.As(err, &refused) {
		panic(err)
	}
	return refused.Model().(leads.Problem)
}

func main() {
	config := leads.NewConfiguration()
	config.Servers = leads.ServerConfigurations{{URL: os.Args[1]}}
	api := leads.NewAPIClient(config)
	ctx := context.WithValue(context.Background(), leads.ContextAccessToken, os.Args[2])
	told := map[string]any{}

	latest, _, err := api.FollowingAPI.ListLeadChanges(ctx).Cursor("latest").Execute()
	must(latest, err)
	fields := leads.NewLeadFieldsCreate("Anna", "anna@example.com")
	fields.SetRoofType("tile")
	fields.SetInterests([]string{"battery", "charger"})
	fields.SetHouseholdSize(3)
	fields.SetMeterNo(9007199254740991)
	fields.SetBudget(1234567.89)
	fields.SetOwnsHome(true)
	fields.SetVisitDate("2026-12-01")
	fields.SetCallbackAt(must(time.Parse(time.RFC3339, "2026-12-01T09:30:00+01:00")))
	create := leads.NewLeadCreate(*fields)
	create.SetExternalId("vendor-1")
	made, _, err := api.WritingAPI.CreateLead(ctx).LeadCreate(*create).Execute()
	must(made, err)
	f := made.Fields
	told["created"] = []any{
		made.Version, f.Source, f.MeterNo.Get(), f.Budget.Get(), f.Interests, f.RoofType.Get(), f.OwnsHome.Get(), f.Phone.Get(),
		f.VisitDate.Get(), f.CallbackAt.Get().UTC().Format("2006-01-02T15:04:05Z"),
	}
	listed, _, err := api.ReadingAPI.ListLeads(ctx).Status([]string{"new", "won"}).
		FieldsEmail("anna@example.com").Limit(10).Execute()
	must(listed, err)
	same := []bool{}
	for _, lead := range listed.Data {
		same = append(same, lead.Id == made.Id)
	}
	told["listed"] = same
	got, _, err := api.ReadingAPI.GetLead(ctx, made.Id).Execute()
	told["got"] = must(got, err).Version
	change := leads.NewLeadFieldsUpdate()
	change.SetHouseholdSizeNil()
	change.SetMeterNo(9007199254740990)
	change.SetInterests([]string{"charger"})
	update := leads.NewLeadUpdate()
	update.SetStatus(leads.WON)
	update.SetFields(*change)
	changed, _, err := api.WritingAPI.UpdateLead(ctx, made.Id).LeadUpdate(*update).Execute()
	must(changed, err)
	told["updated"] = []any{changed.Status, changed.Version, changed.Fields.HouseholdSize.Get(), changed.Fields.Name.Get()}
	history, _, err := api.FollowingAPI.GetLeadHistory(ctx, made.Id).Limit(1).Execute()
	must(history, err)
	steps := [][]any{}
	for _, one := range history.Data[0].Changes {
		steps = append(steps, []any{one.Path, one.From, one.To})
	}
	told["history"] = steps
	feed, _, err := api.FollowingAPI.ListLeadChanges(ctx).Cursor(latest.NextCursor).Execute()
	must(feed, err)
	kinds := []string{}
	for _, one := range feed.Data {
		if one.LeadId == made.Id {
			kinds = append(kinds, one.Kind)
		}
	}
	told["changes"] = kinds
	right, wrong := leads.NewBatchItem("create"), leads.NewBatchItem("create")
	right.SetFields(map[string]any{"name": "Bo", "email": "bo@example.com", "meter_no": int64(9007199254740991)})
	wrong.SetFields(map[string]any{"name": "Cleo", "email": "x"})
	batch, _, err := api.WritingAPI.WriteLeads(ctx).Batch(*leads.NewBatch([]leads.BatchItem{*right, *wrong})).Execute()
	must(batch, err)
	told["batch"] = []any{
		[]any{batch.Results[0].Status, batch.Results[0].Lead.Fields.MeterNo.Get(), nil},
		[]any{batch.Results[1].Status, nil, batch.Results[1].Problem.Code},
	}
	upsert := leads.NewLeadUpsert()
	language := leads.NewLeadFieldsUpdate()
	language.SetLanguage("en")
	upsert.SetFields(*language)
	upserted, _, err := api.WritingAPI.UpsertLead(ctx, "vendor-1").LeadUpsert(*upsert).Execute()
	must(upserted, err)
	told["upserted"] = []any{upserted.Version, upserted.Fields.Language.Get(), upserted.Fields.Budget.Get()}
	dry, answer, err := api.WritingAPI.CreateLead(ctx).
		LeadCreate(*leads.NewLeadCreate(*leads.NewLeadFieldsCreate("Dora", "dora@example.com"))).DryRun(true).Execute()
	must(dry, err)
	told["dry_run"] = []any{dry.Id, dry.Version, answer.Header.Get("Dry-Run")}
	for _, id := range []string{made.Id, batch.Results[0].Lead.Id} {
		must(api.WritingAPI.DeleteLead(ctx, id).Execute())
	}
	_, missing, err := api.ReadingAPI.GetLead(ctx, made.Id).Execute()
	told["deleted"] = []any{missing.StatusCode, problemOf(err).Code}
	bad := leads.NewLeadFieldsCreate("Eve", "x")
	bad.SetPhone("12345678901")
	_, _, err = api.WritingAPI.CreateLead(ctx).LeadCreate(*leads.NewLeadCreate(*bad)).Execute()
	places := []string{}
	for _, one := range problemOf(err).Errors {
		places = append(places, one.GetPointer()+" "+one.Code)
	}
	sort.Strings(places)
	told["refused"] = []any{problemOf(err).Code, places}
	fmt.Println(string(must(json.Marshal(told))))
}
