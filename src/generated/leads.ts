// Made by `npm run generate` from openapi/. Do not edit.
/* biome-ignore-all lint: generated */

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the campaign as this token sees it
         * @description Fields, selects and statuses as data, with what this token may do and what its filter fixes. The document says the same as a schema; this is for programs that want to show forms or map values.
         */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads
         * @description The leads that this token sees, newest first unless `sort` says otherwise, a page at a time. Parameters narrow the list; several at once must all hold. Send `next_cursor` back as `cursor`, with the same filters and `sort`, for the next page: a lead that was there and unchanged throughout appears exactly once.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create a lead
         * @description Creates one lead. Every problem with it is told at once, by JSON pointer, and nothing is written until all of it is right. Values are stored in one form (without white space around them, phone numbers in E.164, times in UTC, the domain of an e-mail address in lower case); the answer shows what was stored.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{lead_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a lead
         * @description One lead, with its version in the `ETag`.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Delete a lead
         * @description Erases the lead: its values are removed for good, from its history too. With `If-Match` only the version that you have read is deleted.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description Changes what the body names and leaves the rest (JSON merge patch, RFC 7396). With `If-Match` the change is made only to the version that you have read. Setting what is already so changes nothing, not even the version.
         */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/external-ids/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create or change a lead by external id
         * @description Makes the lead with this external id be as the body says, whether it is there or not: where this token sees none, one is created (201) and must have everything that a new lead must have; where it sees one, that is changed like with `updateLead` (200). However many ask at once, there is one lead in the end.
         */
        put: operations["upsertLead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a lead from a form
         * @description The same as `createLead`, for HTML forms and tools that send no JSON: `status=new&fields.zip=5000`. What is wrong is told as for `createLead`, by pointers into the JSON that the form stands for.
         */
        post: operations["submitLeadForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/external-ids/{external_id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create or change a lead by external id from a form
         * @description The same as `upsertLead`, for HTML forms and tools that send no JSON: `status=new&fields.zip=5000`. A new lead must have everything that a new lead must have. An empty value counts as not sent, so a form cannot empty a field.
         */
        put: operations["submitLeadFormByExternalId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write many leads at once
         * @description Up to 1,000 creations, changes, upserts and deletions in one request of at most 16 MiB. Each item has a result of its own, in order, with its status and its lead or its problem; items on the same lead take effect in their order.
         */
        post: operations["writeLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count leads
         * @description How many leads the list with the same parameters has. Counting stops at 10,000: `exact` is then `false`, and there are more than `count` says.
         */
        get: operations["countLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export leads
         * @description All leads of the list with the same parameters, newest first, as one stream: CSV, or JSON lines with `Accept: application/x-ndjson`. A lead that was there and unchanged throughout appears exactly once. When something goes wrong on the way, the connection is cut: an answer that ends cleanly is whole.
         *
         *     CSV is as RFC 4180 has it: UTF-8, lines that end with CR LF, a first line of column names. The columns are `id`, `external_id`, `status`, `version`, `created_at` and `updated_at`, then the campaign's fields by their keys, in order; a field that is called as one of the six has the name `fields.` and its key. Empty values are empty; the entries of a list are separated by commas.
         *
         *     **In CSV, a text that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe (`'`) in front**, so that no spreadsheet takes it for a formula. That is so of phone numbers too: `'+4520123456`. Numbers have none. Programs that want values as they are take `application/x-ndjson`, one lead a line.
         */
        get: operations["exportLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of leads
         * @description Every change of a lead in the scope of this token, exactly once and in order: each lead's changes stand in the order of its versions, none is skipped, and none appears behind a cursor that was given already. Leads that come into the scope or leave it are told as `entered_scope` and `left_scope`.
         *
         *     To keep a copy: take `next_cursor` of `cursor=latest`, then read the whole list, then go on here from that cursor, sending back `next_cursor` each time. With `wait`, an answer without changes is held back until there is one or the seconds are over. `data` may be empty although there is more: go on with `next_cursor`.
         *
         *     Changes are kept for a limited time. A cursor that is too old, or from before the token's filter changed, is answered with 410 `feed_reset`: start over with `cursor=latest` and the list.
         */
        get: operations["listLeadChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{lead_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the history of a lead
         * @description Who changed what and when, newest first, a page at a time. The history begins where the lead last came into the scope of this token: that entry shows the lead as it came, like a creation. Events are kept for a limited time, so the history of an old lead may begin later.
         */
        get: operations["getLeadHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your own requests
         * @description The last requests that this token made in this campaign, newest first, a page at a time, with how each was answered: to see what a program of yours has sent while nobody watched. They are kept for 7 days and appear within about two seconds of their answer. A rotation changes nothing; requests of other tokens are not shown.
         *
         *     No value that was sent is kept. Of what was wrong with the input there are codes and places, at most 20 for a request. A name in a place that is not one of this document's, such as that of a field that does not exist, is kept as `*`.
         *
         *     Requests that had no valid token (401) are not listed, nor are those whose client went away before the answer. When a service is very busy, entries can be missing. A batch is one request; what became of each item stands in its answer.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What the token may do.
         * @enum {string}
         */
        Permission: "read" | "read_write";
        /** @description A text, number, boolean or list of options, as the field's type has it; `null` where empty. */
        FieldValue: unknown;
        /** @description A field of the campaign. */
        CampaignField: {
            /** @description Its name under `fields`. */
            key: string;
            /**
             * @description What its values are.
             * @enum {string}
             */
            type: "text" | "long_text" | "email" | "phone" | "url" | "integer" | "number" | "boolean" | "date" | "datetime" | "select" | "multi_select";
            /** @description Its name for people. */
            label: string;
            /** @description What it means. */
            description: string | null;
            /** @description Whether this token must send it with a new lead. */
            required: boolean;
            /** @description Key of the select that its options come from. */
            select: string | null;
            /** @description Whether leads can be listed by it. */
            searchable: boolean;
            /**
             * Format: double
             * @description Least number.
             */
            min: number | null;
            /**
             * Format: double
             * @description Greatest number.
             */
            max: number | null;
            /**
             * Format: int64
             * @description Most characters.
             */
            max_length: number | null;
            /** @description Regular expression that a text must match. */
            pattern: string | null;
            default?: components["schemas"]["FieldValue"];
        };
        /** @description An option of a select. */
        CampaignOption: {
            /** @description What is sent and stored. */
            value: string;
            /** @description Its name for people. */
            label: string;
        };
        /** @description A list of options. */
        CampaignSelect: {
            /** @description Its key. */
            key: string;
            /** @description Its name for people. */
            label: string;
            /** @description The options that this token may use. */
            options: components["schemas"]["CampaignOption"][];
        };
        /** @description A status that leads can have. */
        CampaignStatus: {
            /** @description What is sent and stored. */
            key: string;
            /** @description Its name for people. */
            label: string;
            /**
             * @description What it means for the lead.
             * @enum {string}
             */
            category: "open" | "won" | "lost";
            /** @description Whether new leads have it unless told otherwise. */
            is_default: boolean;
        };
        /** @description The campaign as this token sees it. */
        Campaign: {
            /** @description Stands in the campaign's addresses. */
            slug: string;
            /** @description The campaign's name. */
            name: string;
            permission: components["schemas"]["Permission"];
            /**
             * Format: int64
             * @description Of this document: `info.version`. Raised by one with every change of it.
             */
            revision: number;
            /** @description What this token's filter fixes, by path such as `fields.source` or `status`. The service fills it in. */
            pins: {
                [key: string]: unknown;
            };
            /** @description The fields, in order. */
            fields: components["schemas"]["CampaignField"][];
            /** @description The lists of options that fields draw on. */
            selects: components["schemas"]["CampaignSelect"][];
            /** @description The statuses, in order. */
            statuses: components["schemas"]["CampaignStatus"][];
            /**
             * Format: uri
             * @description The page that documents all this.
             */
            docs_url: string;
        };
        /** @description One value that is wrong. It has a `pointer` into the body or the name of a `parameter`. */
        InputError: {
            /** @description JSON pointer (RFC 6901) to the value in the body. For a missing member, the member's own. */
            pointer?: string;
            /** @description Name of the query, path or header parameter. */
            parameter?: string;
            /** @description What is wrong, for programs. More can come. */
            code: string;
            /** @description What is wrong, in words. */
            detail: string;
            /** @description The values that are accepted, where they are few. */
            allowed?: unknown[];
        };
        /**
         * @description Only where nothing was written, as in a dry run. It says what the write would have done.
         * @enum {string}
         */
        Effect: "create" | "update" | "delete" | "nothing";
        /** @description Every field of the campaign; `null` where empty, `[]` for an empty list. */
        LeadFields: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description A lead as it is stored. */
        Lead: {
            /**
             * Format: uuid
             * @description Made by the service; ids ascend in time. `00000000-0000-0000-0000-000000000000` in a dry run that would create the lead.
             */
            id: string;
            /** @description Your own id of the lead. */
            external_id: string | null;
            /** @description Key of the lead's status. */
            status: string;
            fields: components["schemas"]["LeadFields"];
            /**
             * Format: int64
             * @description Raised by one with every change. 0 in a dry run that would create the lead.
             */
            version: number;
            /**
             * Format: date-time
             * @description When the lead was created, in UTC with milliseconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the lead was last changed, in UTC with milliseconds.
             */
            updated_at: string;
            /**
             * Format: uuid
             * @description Only in the answer to the request that created the lead: another that it is equal to, by the campaign's rule on duplicates.
             */
            duplicate_of?: string;
        };
        /**
         * @description What went wrong, in one form for every error (RFC 9457). `code` is stable and made for programs; `type` is the address of a page that explains cause and remedy; `errors` lists every value that is wrong, all at once.
         * @example {
         *       "type": "https://leadspec.invalid/problems/invalid_parameter",
         *       "title": "A parameter is unknown or malformed",
         *       "status": 400,
         *       "detail": "`limit` must be at most 200.",
         *       "instance": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80",
         *       "code": "invalid_parameter",
         *       "errors": [
         *         {
         *           "parameter": "limit",
         *           "code": "maximum",
         *           "detail": "`limit` must be at most 200."
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * Format: uri
             * @description Address of a page that explains this kind of problem.
             */
            type: string;
            /** @description The kind of problem, in words. */
            title: string;
            /**
             * Format: int64
             * @description The HTTP status.
             */
            status: number;
            /** @description What is wrong this time. */
            detail: string;
            /** @description The request id, as in `X-Request-Id`. */
            instance: string;
            /** @description The kind of problem, for programs. More can come. */
            code: string;
            /** @description Every value that is wrong. */
            errors?: components["schemas"]["InputError"][];
            /**
             * Format: uuid
             * @description With `duplicate_lead`, the lead that is there already, where this token sees it.
             */
            duplicate_of?: string;
            /**
             * Format: uuid
             * @description With `lead_erased`, the lead that has been erased.
             */
            lead_id?: string;
            /** @description With `batch_refused`, one result for each item, in their order: its problem, or what would have become of it. Nothing was written. */
            results?: components["schemas"]["BatchResult"][];
        };
        /** @description What became of one item, as if it had been a request of its own. */
        BatchResult: {
            /**
             * Format: int64
             * @description The HTTP status: 201, 200 or 204, or that of the problem.
             */
            status: number;
            would?: components["schemas"]["Effect"];
            lead?: components["schemas"]["Lead"];
            problem?: components["schemas"]["Problem"];
        };
        /** @description One page of leads, and where the next one begins. */
        LeadList: {
            /** @description The leads of this page. */
            data: components["schemas"]["Lead"][];
            /** @description Send it as `cursor`, with the same filters and `sort`, for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /**
         * Format: external-id
         * @description Your own id of the lead, unique among the leads that this token sees: 1 to 200 characters, none of them control characters. It has no white space around it, and is not `.` or `..`, which no URL can name.
         */
        ExternalId: string | null;
        /** @description Key of a status of the campaign. */
        StatusInput: string;
        /** @description Values by field key. Absent and `null` mean empty. White space around a value is removed before it is checked; a text in which nothing can be seen is empty. */
        LeadFieldsCreate: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description A lead to create. */
        LeadCreate: {
            external_id?: components["schemas"]["ExternalId"];
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsCreate"];
        };
        /** @description Values by field key; `null` makes a field empty, an absent one stays as it is. White space around a value is removed before it is checked; a text in which nothing can be seen is empty. */
        LeadFieldsUpdate: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description What changes (JSON merge patch, RFC 7396); what is not named stays as it is. */
        LeadUpdate: {
            external_id?: components["schemas"]["ExternalId"];
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsUpdate"];
        };
        /** @description What the lead is to have. One that exists is changed like with PATCH: what is not named stays as it is. A new one must have what a new lead must have. */
        LeadUpsert: {
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsUpdate"];
        };
        /** @description A text. */
        FormValue: unknown;
        /** @description A new lead as a form. Everything is text. White space around a value is removed, and an empty value counts as not sent. Several options of one field are separated by commas, or their name is given once for each. `fields[zip]` and names that end in `[]` or `[0]` are understood too. A checkbox may come after a hidden `0` of the same name. */
        LeadCreateForm: {
            [key: string]: components["schemas"]["FormValue"];
        };
        /** @description A lead to create or change, as a form. Everything is text. White space around a value is removed, and an empty value counts as not sent. Several options of one field are separated by commas, or their name is given once for each. `fields[zip]` and names that end in `[]` or `[0]` are understood too. A checkbox may come after a hidden `0` of the same name. */
        LeadUpsertForm: {
            [key: string]: components["schemas"]["FormValue"];
        };
        /** @description One write. It is judged by itself, like a request of the operation that it names: `create` takes `external_id`, `status` and `fields` as `createLead` does; `update` needs `id`; `upsert` needs `external_id`; `delete` needs `id` and takes no values. What is wrong with an item is told in its result, with pointers into the item, and refuses no other. */
        BatchItem: {
            /**
             * @description What is done.
             * @enum {string}
             */
            op: "create" | "update" | "upsert" | "delete";
            /**
             * Format: uuid
             * @description The lead, for `update` and `delete`.
             */
            id?: string;
            /**
             * Format: line
             * @description Your own id of the lead. A new one is as in `createLead`.
             */
            external_id?: string | null;
            /** @description Key of a status of the campaign. */
            status?: string | null;
            /** @description Values by field key, as in the operation that the item names. */
            fields?: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description The lead must have this version, else the item is answered with 412; not for `create`.
             */
            if_version?: number;
        };
        /** @description Up to 1,000 writes, carried out in their order. */
        Batch: {
            /** @description `true` for all or nothing: when one item is refused, nothing is written and the answer is 422 `batch_refused`, whose `results` tell what is wrong with each, and of the others what would have become of them. Otherwise each item stands by itself. */
            atomic?: boolean;
            /** @description The writes. */
            items: components["schemas"]["BatchItem"][];
        };
        /** @description One result for each item, in their order. */
        BatchResults: {
            /** @description One result for each item, in their order. */
            results: components["schemas"]["BatchResult"][];
        };
        /**
         * @description How many leads there are, counted to 10,000 at the most.
         * @example {
         *       "count": 1234,
         *       "exact": true
         *     }
         */
        LeadCount: {
            /**
             * Format: int64
             * @description The number of leads that were counted.
             */
            count: number;
            /** @description `false` when there are more than were counted. */
            exact: boolean;
        };
        /** @description One change. `lead` is absent when the lead is not in the scope of this token now. */
        LeadChange: {
            /**
             * @description What happened, as this token sees it.
             * @enum {string}
             */
            kind: "created" | "updated" | "entered_scope" | "left_scope" | "deleted";
            /**
             * Format: uuid
             * @description Id of the lead.
             */
            lead_id: string;
            /**
             * Format: int64
             * @description The version that the lead had afterwards.
             */
            version: number;
            /**
             * Format: date-time
             * @description When, in UTC with milliseconds.
             */
            at: string;
            lead?: components["schemas"]["Lead"];
        };
        /** @description Changes in their order, and where to go on. */
        LeadChangeList: {
            /** @description The changes. */
            data: components["schemas"]["LeadChange"][];
            /** @description Send it as `cursor` to go on; always there. */
            next_cursor: string;
        };
        /** @description Who did it. */
        Actor: {
            /**
             * @description Whether it was this token, another one, a member of the account or the service itself.
             * @enum {string}
             */
            kind: "this_token" | "other_token" | "member" | "system";
            /** @description Who it was, as far as this token is told. */
            name: string;
        };
        /** @description One value that changed. */
        Change: {
            /** @description `status`, `external_id` or `fields.` and the key of a field. */
            path: string;
            from: components["schemas"]["FieldValue"];
            to: components["schemas"]["FieldValue"];
        };
        /**
         * @description One version of the lead, and how it came about.
         * @example {
         *       "kind": "updated",
         *       "version": 2,
         *       "at": "2026-11-23T10:15:30.123Z",
         *       "actor": {
         *         "kind": "this_token",
         *         "name": "this token"
         *       },
         *       "changes": [
         *         {
         *           "path": "external_id",
         *           "from": "A-1001",
         *           "to": "A-1002"
         *         }
         *       ]
         *     }
         */
        HistoryEntry: {
            /**
             * @description What happened. With `entered_scope` the lead came into the scope of this token.
             * @enum {string}
             */
            kind: "created" | "updated" | "entered_scope";
            /**
             * Format: int64
             * @description The version that the lead had afterwards.
             */
            version: number;
            /**
             * Format: date-time
             * @description When, in UTC with milliseconds.
             */
            at: string;
            actor: components["schemas"]["Actor"];
            /** @description What changed. With `created` and `entered_scope`, everything that was not empty afterwards. */
            changes: components["schemas"]["Change"][];
        };
        /** @description One page of a lead's history, and where the next one begins. */
        History: {
            /** @description The entries of this page, newest first. */
            data: components["schemas"]["HistoryEntry"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /** @description One value that was wrong. It has a `pointer` into the body or the name of a `parameter`, and never the value. */
        LoggedError: {
            /** @description JSON pointer (RFC 6901) to the value in the body, with `*` for each name that this document does not have. */
            pointer?: string;
            /** @description Name of the parameter; `*` for one that this document does not have. */
            parameter?: string;
            /** @description What was wrong, as in the `errors` of the problem. */
            code: string;
        };
        /**
         * @description One request, and how it was answered.
         * @example {
         *       "at": "2026-11-23T10:15:30.123Z",
         *       "operation": "getLead",
         *       "status": 400,
         *       "code": "invalid_parameter",
         *       "errors": [
         *         {
         *           "parameter": "lead_id",
         *           "code": "format"
         *         }
         *       ],
         *       "request_id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80",
         *       "duration_ms": 4
         *     }
         */
        LoggedRequest: {
            /**
             * Format: date-time
             * @description When it came, in UTC with milliseconds.
             */
            at: string;
            /** @description The `operationId` of what was asked for; `null` where no operation has such an address or method. */
            operation: string | null;
            /**
             * Format: int64
             * @description The HTTP status of the answer.
             */
            status: number;
            /** @description The problem's `code`; `null` where there was no problem. */
            code: string | null;
            /** @description What was wrong with the input, of a batch also with its items, at most 20; empty where nothing was. */
            errors: components["schemas"]["LoggedError"][];
            /** @description The request id, as in `X-Request-Id` of the answer. */
            request_id: string;
            /**
             * Format: int64
             * @description From the request to the end of its answer, in milliseconds.
             */
            duration_ms: number;
        };
        /** @description One page of the requests of this token, and where the next one begins. */
        RequestList: {
            /** @description The requests of this page, newest first. */
            data: components["schemas"]["LoggedRequest"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request cannot be understood; `code` is `malformed_body`, `invalid_parameter`, `invalid_cursor` or `invalid_header`. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that is unknown, expired, paused or revoked; `code` is `token_missing` or `invalid_token`. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token may not do this, or no longer, as this document would say if it were read again; `code` is `insufficient_permission` or `scope_closed`. */
        NotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such lead in the scope of this token, or no such campaign for it; `code` is `not_found`. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address does not offer the method; `code` is `method_not_allowed`. `Allow` lists the methods that it offers. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Accept` header excludes what this operation answers with; `code` is `not_acceptable`. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request took too long to arrive; `code` is `request_timeout`. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A limit of this token is used up, or a batch has more leads than are left; with requests that have no valid token, the limit of your address: `code` is `rate_limited`. Or the token's other requests that run at the same time use up its share: `code` is `too_many_in_flight`. Nothing was written. Repeat after `Retry-After` seconds. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request line and headers together exceed 16 KiB; `code` is `headers_too_large`. */
        HeadersTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A mistake of the service; `code` is `internal_error`. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is away for the moment; `code` is `unavailable`. Repeat after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another lead that this token sees has the `external_id` (`external_id_taken`), or several have it (`external_id_ambiguous`); or a request under the same `Idempotency-Key` is still being carried out (`idempotency_in_progress`, to be repeated after `Retry-After` seconds). */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A repeat, under the same `Idempotency-Key`, of a write whose lead has been erased since; `code` is `lead_erased` and `lead_id` names it. */
        Erased: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over 1 MiB (16 MiB or 500,000 values for a batch), as sent or when unpacked; or a lead in it is over 1 MiB or 50,000 values, a list over 10,000 entries, an object over 5,000 members, or a form over 25,000 names; `code` is `body_too_large`. */
        BodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Content-Type` or `Content-Encoding` is not one that is taken; `code` is `unsupported_media_type`. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The lead does not fit the campaign (`invalid_lead`: `errors` lists everything that is wrong) or would be outside the scope of this token (`out_of_scope`), or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). Nothing was written. */
        InvalidLead: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What is there is not as `If-Match` or `If-None-Match` asks; `code` is `precondition_failed`, and nothing was changed. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A request under the same `Idempotency-Key` is still being carried out; `code` is `idempotency_in_progress`. Repeat it after `Retry-After` seconds. */
        InProgress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Idempotency-Key` was used for another request; `code` is `idempotency_key_reused`. */
        KeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The batch itself is not of the form that is asked for (`invalid_request`), or it was to be carried out whole and an item was refused (`batch_refused`: `results` tells of each item), or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). Nothing was written. */
        InvalidBatch: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The cursor is too old, or from before the token's filter changed; `code` is `feed_reset`. Start over with `cursor=latest`, and read the whole list. */
        FeedReset: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Leads with one of these statuses, separated by commas. The name may be given once for each instead, also as `status[]`. */
        StatusParam: string[];
        /** @description Leads with this external id. */
        ExternalIdFilterParam: string;
        /**
         * @description Leads created after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        CreatedAtGtParam: string;
        /**
         * @description Leads created at or after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        CreatedAtGteParam: string;
        /**
         * @description Leads created before this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        CreatedAtLtParam: string;
        /**
         * @description Leads created at or before this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        CreatedAtLteParam: string;
        /**
         * @description Leads last changed after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        UpdatedAtGtParam: string;
        /**
         * @description Leads last changed at or after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        UpdatedAtGteParam: string;
        /**
         * @description Leads last changed before this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        UpdatedAtLtParam: string;
        /**
         * @description Leads last changed at or before this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        UpdatedAtLteParam: string;
        /** @description The order; `-` means newest first. `-created_at` when absent. */
        SortParam: "-created_at" | "created_at" | "-updated_at" | "updated_at";
        /**
         * @description Leads on a page, 50 when absent.
         * @example 50
         */
        LimitParam: number;
        /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
        CursorParam: string;
        /**
         * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
         * @example true
         */
        DryRunParam: boolean;
        /**
         * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
         * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
         */
        IdempotencyKeyParam: string;
        /**
         * @description Id of the lead, a UUID.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        LeadIdParam: string;
        /**
         * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412.
         * @example "7"
         */
        IfMatchReadParam: string;
        /**
         * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). When one of them is current, the answer is 304 without a body. The whole tag is compared: it also changes with the fields that the document shows.
         * @example "7-x3Kd0Q9a"
         */
        IfNoneMatchReadParam: string;
        /**
         * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes. Only the version in the tag counts: `"7"` alone will do.
         * @example "7"
         */
        IfMatchParam: string;
        /**
         * @description One or more `ETag`s of the lead (RFC 9110, 13.1.2): when one of them is current, the answer is 412 and nothing changes. With `*` that is always so.
         * @example "7-x3Kd0Q9a"
         */
        IfNoneMatchChangeParam: string;
        /**
         * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters, none of them control characters. That of a new lead has no white space around it, and is not `.` or `..`.
         * @example A-1001
         */
        ExternalIdPathParam: string;
        /**
         * @description `*` for "only if there is none" (RFC 9110, 13.1.2): the lead is created, and one that exists already is answered with 412. Or one or more `ETag`s of the lead: when one of them is current, the answer is 412 and nothing changes.
         * @example *
         */
        IfNoneMatchParam: string;
        /**
         * @description `next_cursor` of the answer before, or `latest` for the present end: no changes, and the cursor for those to come. Absent: from the oldest change that is kept.
         * @example latest
         */
        FeedCursorParam: string;
        /**
         * @description Changes in one answer at the most, 200 when absent.
         * @example 200
         */
        FeedLimitParam: number;
        /**
         * @description Seconds for which an answer without changes is held back, 0 when absent.
         * @example 20
         */
        WaitParam: number;
        /**
         * @description Entries on a page, 50 when absent.
         * @example 50
         */
        HistoryLimitParam: number;
        /**
         * @description Entries on a page, 50 when absent.
         * @example 50
         */
        RequestLimitParam: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The id of this request, for support. Also `instance` in a problem.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        RequestId: string;
        /**
         * @description The revision of this token's document by which this request was judged: `info.version` of the document that then held. It rises by one with each change of the document. Absent where no campaign was reached. A repeat under an `Idempotency-Key` tells that of the first answer.
         * @example 7
         */
        SchemaRevision: number;
        /**
         * @description Since when it is announced (RFC 9745; seconds since 1970) that a request like this one will be refused, or that its answer will hold less. Absent where nothing of the kind is announced.
         * @example @1796083200
         */
        Deprecation: string;
        /**
         * @description When that takes effect (RFC 8594). It goes with `Deprecation`.
         * @example Mon, 01 Feb 2027 08:00:00 GMT
         */
        Sunset: string;
        /**
         * @description `<…>; rel="deprecation"`: the changelog, which tells what is announced. It goes with `Deprecation`.
         * @example <https://leads.example.com/docs/k3v0w9m1q/changelog>; rel="deprecation"; type="text/html"
         */
        ChangelogLink: string;
        /**
         * @description The limits of this token, as draft-ietf-httpapi-ratelimit-headers writes them: `q` units in each window of `w` seconds. `"requests"` counts requests; a token that may write has `"writes"` as well, which counts written leads, however many a request writes. With 401 the limit is that of your address. Absent where nothing is limited.
         * @example "requests";q=600;w=60, "writes";q=6000;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description What is left of the limits: `r` units, until the window ends in `t` seconds. `"writes"` is told with writes. When nothing is left requests are answered 429.
         * @example "requests";r=598;t=32
         */
        RateLimit: string;
        /**
         * @description The authentication scheme, and what was wrong (RFC 6750).
         * @example Bearer realm="leadspec", error="invalid_token"
         */
        WwwAuthenticate: string;
        /**
         * @description The methods that the address offers.
         * @example GET, HEAD, PATCH, DELETE
         */
        Allow: string;
        /**
         * @description Seconds to wait before the request is repeated.
         * @example 1
         */
        RetryAfter: number;
        /** @description `true` when this is the answer to an earlier request under the same `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /**
         * @description With `dry_run=true`: what the write would have done. Nothing was written. `batch` stands for a batch, whose results tell it for each item.
         * @example create
         */
        DryRun: "create" | "update" | "delete" | "nothing" | "batch";
        /**
         * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
         * @example "7-x3Kd0Q9a"
         */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                /** @description Leads with one of these statuses, separated by commas. The name may be given once for each instead, also as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /**
                 * @description Leads created at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /**
                 * @description Leads created before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /**
                 * @description Leads created at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /**
                 * @description Leads last changed at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /**
                 * @description Leads last changed before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /**
                 * @description Leads last changed at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lte"?: components["parameters"]["UpdatedAtLteParam"];
                /** @description The order; `-` means newest first. `-created_at` when absent. */
                sort?: components["parameters"]["SortParam"];
                /**
                 * @description Leads on a page, 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["LimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leads. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /** @description `<…>; rel="next"`: the address of the next page (RFC 8288); none on the last page. With `Deprecation`, the changelog as `rel="deprecation"` as well. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLead: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The new lead. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadCreate"];
            };
        };
        responses: {
            /** @description The lead was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "1-x3Kd0Q9a"
                     */
                    ETag?: string;
                    /** @description Address of the lead that was created. */
                    Location?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Erased"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidLead"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchReadParam"];
                /**
                 * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). When one of them is current, the answer is 304 without a body. The whole tag is compared: it also changes with the fields that the document shows.
                 * @example "7-x3Kd0Q9a"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchReadParam"];
            };
            path: {
                /**
                 * @description Id of the lead, a UUID.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                lead_id: components["parameters"]["LeadIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The client has the lead as it is now, as `If-None-Match` says. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteLead: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes. Only the version in the tag counts: `"7"` alone will do.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description One or more `ETag`s of the lead (RFC 9110, 13.1.2): when one of them is current, the answer is 412 and nothing changes. With `*` that is always so.
                 * @example "7-x3Kd0Q9a"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchChangeParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Id of the lead, a UUID.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                lead_id: components["parameters"]["LeadIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead was deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InProgress"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateLead: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes. Only the version in the tag counts: `"7"` alone will do.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description One or more `ETag`s of the lead (RFC 9110, 13.1.2): when one of them is current, the answer is 412 and nothing changes. With `*` that is always so.
                 * @example "7-x3Kd0Q9a"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchChangeParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Id of the lead, a UUID.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                lead_id: components["parameters"]["LeadIdParam"];
            };
            cookie?: never;
        };
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadUpdate"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "7-x3Kd0Q9a"
                     */
                    ETag?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Erased"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidLead"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    upsertLead: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes. Only the version in the tag counts: `"7"` alone will do.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*` for "only if there is none" (RFC 9110, 13.1.2): the lead is created, and one that exists already is answered with 412. Or one or more `ETag`s of the lead: when one of them is current, the answer is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters, none of them control characters. That of a new lead has no white space around it, and is not `.` or `..`.
                 * @example A-1001
                 */
                external_id: components["parameters"]["ExternalIdPathParam"];
            };
            cookie?: never;
        };
        /** @description What the lead is to have. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadUpsert"];
            };
        };
        responses: {
            /** @description The lead was there, and is as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "7-x3Kd0Q9a"
                     */
                    ETag?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The lead was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "1-x3Kd0Q9a"
                     */
                    ETag?: string;
                    /** @description Address of the lead that was created. */
                    Location?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Erased"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidLead"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitLeadForm: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The new lead. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LeadCreateForm"];
            };
        };
        responses: {
            /** @description The lead was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "1-x3Kd0Q9a"
                     */
                    ETag?: string;
                    /** @description Address of the lead that was created. */
                    Location?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Erased"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidLead"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitLeadFormByExternalId: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes. Only the version in the tag counts: `"7"` alone will do.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*` for "only if there is none" (RFC 9110, 13.1.2): the lead is created, and one that exists already is answered with 412. Or one or more `ETag`s of the lead: when one of them is current, the answer is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters, none of them control characters. That of a new lead has no white space around it, and is not `.` or `..`.
                 * @example A-1001
                 */
                external_id: components["parameters"]["ExternalIdPathParam"];
            };
            cookie?: never;
        };
        /** @description What the lead is to have. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LeadUpsertForm"];
            };
        };
        responses: {
            /** @description The lead was there, and is as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "7-x3Kd0Q9a"
                     */
                    ETag?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The lead was created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    /**
                     * @description A strong tag that begins with the version of the lead. Send it in `If-Match` to change just this version, in `If-None-Match` to read the lead only if it has changed.
                     * @example "1-x3Kd0Q9a"
                     */
                    ETag?: string;
                    /** @description Address of the lead that was created. */
                    Location?: string;
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Erased"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidLead"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    writeLeads: {
        parameters: {
            query?: {
                /**
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are read as `true` and `false`, and upper case as lower case.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Sent again within 24 hours, with the same body, the write is not made twice: you get the first answer, marked `Idempotency-Replayed: true`. So a request whose answer was lost can simply be repeated. Failures are not kept.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The writes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description The results. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InProgress"];
            410: components["responses"]["Erased"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidBatch"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    countLeads: {
        parameters: {
            query?: {
                /** @description Leads with one of these statuses, separated by commas. The name may be given once for each instead, also as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /**
                 * @description Leads created at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /**
                 * @description Leads created before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /**
                 * @description Leads created at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /**
                 * @description Leads last changed at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /**
                 * @description Leads last changed before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /**
                 * @description Leads last changed at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lte"?: components["parameters"]["UpdatedAtLteParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of leads. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportLeads: {
        parameters: {
            query?: {
                /** @description Leads with one of these statuses, separated by commas. The name may be given once for each instead, also as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /**
                 * @description Leads created at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /**
                 * @description Leads created before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /**
                 * @description Leads created at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /**
                 * @description Leads last changed at or after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /**
                 * @description Leads last changed before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /**
                 * @description Leads last changed at or before this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.lte"?: components["parameters"]["UpdatedAtLteParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The leads, to the end of the answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLeadChanges: {
        parameters: {
            query?: {
                /**
                 * @description `next_cursor` of the answer before, or `latest` for the present end: no changes, and the cursor for those to come. Absent: from the oldest change that is kept.
                 * @example latest
                 */
                cursor?: components["parameters"]["FeedCursorParam"];
                /**
                 * @description Changes in one answer at the most, 200 when absent.
                 * @example 200
                 */
                limit?: components["parameters"]["FeedLimitParam"];
                /**
                 * @description Seconds for which an answer without changes is held back, 0 when absent.
                 * @example 20
                 */
                wait?: components["parameters"]["WaitParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes behind the cursor. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadChangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            410: components["responses"]["FeedReset"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLeadHistory: {
        parameters: {
            query?: {
                /**
                 * @description Entries on a page, 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["HistoryLimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the lead, a UUID.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                lead_id: components["parameters"]["LeadIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the history. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /**
                 * @description Entries on a page, 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["RequestLimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Schema-Revision": components["headers"]["SchemaRevision"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["ChangelogLink"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
