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
         * @description Fields, selects and statuses as data, the token's permission, and the values that its filter fixes: for programs that show forms or map values.
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
         * @description The leads that this token sees, a page at a time, newest first unless `sort` says otherwise. A lead is listed if it passes all filters of the request. For the next page, send `next_cursor` back as `cursor`, with the same filters and `sort`. A lead that does not change meanwhile appears exactly once.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create a lead
         * @description Creates one lead. Every mistake is reported at once, with its place, and nothing is written. The response shows the values as stored: without white space around them, phone numbers in E.164, times in UTC, the domain of an e-mail address in lower case.
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
         * @description Erases the lead: its values are removed for good, also from its history. With `If-Match`, the lead is deleted only if it still is at the version that you read.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description Changes the values in the body and leaves the rest (JSON merge patch, RFC 7396). With `If-Match`, the lead changes only if it still is at the version that you read. A request that changes no value leaves the version as it is.
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
         * @description Creates the lead with this external id (201), or updates it (200). Safe to call concurrently: there is one lead in the end. A new lead must have all required values; an existing lead is changed like with `updateLead`.
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
         * @description Like `createLead`, for HTML forms and tools that do not send JSON: `status=new&fields.zip=5000`. Mistakes have pointers into the JSON that the form stands for.
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
         * @description Like `upsertLead`, for HTML forms and tools that do not send JSON: `status=new&fields.zip=5000`. A new lead must have all required values. An empty value counts as not sent, so a form cannot empty a field.
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
         * @description Up to 1,000 writes in one request of at most 16 MiB. Each item has a result, in the same order, with its status and its lead or problem. Items on the same lead take effect in order.
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
         * @description The number of leads in the list with the same parameters. Counting stops at 10,000: then `exact` is `false`, and there are more leads than `count` says.
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
         * @description All leads of the list with the same parameters, newest first, in one stream: CSV, or JSON lines with `Accept: application/x-ndjson`. A lead that does not change meanwhile appears exactly once. On an error the connection is cut: a response that ends cleanly is complete.
         *
         *     CSV follows RFC 4180, in UTF-8. The columns are `id`, `external_id`, `status`, `version`, `created_at` and `updated_at`, then the campaign's fields by key. If a field has one of these six keys, its column is called `fields.` and the key. Entries of a list are separated by commas.
         *
         *     **A text that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe in front**, phone numbers too (`'+4520123456`), so that no spreadsheet reads it as a formula. JSON lines have the values as they are.
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
         * @description Every change of a lead in this token's scope, exactly once. The changes of one lead come in the order of its versions. A lead that comes into the scope or leaves it appears as `entered_scope` or `left_scope`.
         *
         *     To keep a copy: take `next_cursor` of `cursor=latest` and read the whole list. Then read here from that cursor on, and send back the last `next_cursor` each time. With `wait`, the request is held until there is a change or the seconds are over. `data` may be empty although there are more changes: go on with `next_cursor`.
         *
         *     Changes are kept for a limited time. If a cursor is too old, or the token's filter has changed since, the response is 410 `feed_reset`: start again with `cursor=latest` and the list.
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
         * @description Every change with its author and time, newest first, a page at a time. The history begins where the lead last came into this token's scope: that entry shows the lead as it came. Events are kept for a limited time, so the history of an old lead may begin later.
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
         * @description The requests that this token made in this campaign in the last 7 days, newest first, with their statuses. They appear within about two seconds. The list stays when the token is rotated, and shows no requests of other tokens.
         *
         *     The values that you sent are not kept. For wrong input the list has codes and places, at most 20 for a request. A name that is not in this document is kept as `*`.
         *
         *     Requests without a valid token (401) are not listed, nor are requests whose client left before the response. When the service is very busy, entries can be missing. A batch is one request.
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
         * @description The token's permission.
         * @enum {string}
         */
        Permission: "read" | "read_write";
        /** @description A text, number, boolean or list of options, by the field's type; `null` where empty. */
        FieldValue: unknown;
        /** @description A field of the campaign. */
        CampaignField: {
            /** @description API name of the field, its key under `fields`. */
            key: string;
            /**
             * @description The type of its values.
             * @enum {string}
             */
            type: "text" | "long_text" | "email" | "phone" | "url" | "integer" | "number" | "boolean" | "date" | "time" | "datetime" | "select" | "multi_select";
            /** @description Its name, for people. */
            label: string;
            /** @description Its meaning, for people. */
            description: string | null;
            /** @description Whether it is required in a new lead. */
            required: boolean;
            /** @description Key of the select that has its options. */
            select: string | null;
            /** @description Whether lists can be filtered by it. */
            searchable: boolean;
            /**
             * Format: double
             * @description Minimum.
             */
            min: number | null;
            /**
             * Format: double
             * @description Maximum.
             */
            max: number | null;
            /**
             * Format: int64
             * @description Maximum length in characters.
             */
            max_length: number | null;
            /** @description Regular expression that values must match. */
            pattern: string | null;
            default?: components["schemas"]["FieldValue"];
        };
        /** @description An option of a select. */
        CampaignOption: {
            /** @description The value to send, and the value that is stored. */
            value: string;
            /** @description Its name, for people. */
            label: string;
        };
        /** @description A list of options. */
        CampaignSelect: {
            /** @description Its key. */
            key: string;
            /** @description Its name, for people. */
            label: string;
            /** @description The options that this token may use. */
            options: components["schemas"]["CampaignOption"][];
        };
        /** @description A status that leads can have. */
        CampaignStatus: {
            /** @description The value to send, and the value that is stored. */
            key: string;
            /** @description Its name, for people. */
            label: string;
            /**
             * @description Its meaning for the lead.
             * @enum {string}
             */
            category: "open" | "won" | "lost";
            /** @description Whether a new lead gets it when the request names no status. */
            is_default: boolean;
        };
        /** @description The campaign as this token sees it. */
        Campaign: {
            /** @description The campaign's name in addresses. */
            slug: string;
            /** @description The campaign's name. */
            name: string;
            permission: components["schemas"]["Permission"];
            /**
             * Format: int64
             * @description Revision of this token's document, the same as `info.version`. It rises by one with each change of the document.
             */
            revision: number;
            /** @description Values that this token's filter fixes, by path such as `fields.source` or `status`. The service fills them in. */
            pins: {
                [key: string]: unknown;
            };
            /** @description The fields, in order. */
            fields: components["schemas"]["CampaignField"][];
            /** @description The lists of options that fields use. */
            selects: components["schemas"]["CampaignSelect"][];
            /** @description The statuses, in order. */
            statuses: components["schemas"]["CampaignStatus"][];
            /**
             * Format: uri
             * @description The documentation page.
             */
            docs_url: string;
        };
        /** @description One wrong value. It has a `pointer` into the body or the name of a `parameter`. */
        InputError: {
            /** @description JSON pointer (RFC 6901) to the value in the body. A missing member has the pointer that it would have. */
            pointer?: string;
            /** @description Name of the query, path or header parameter. */
            parameter?: string;
            /** @description The mistake, for programs. New codes can be added. */
            code: string;
            /** @description The mistake, for people. */
            detail: string;
            /** @description The accepted values, if they are few. */
            allowed?: unknown[];
        };
        /**
         * @description The effect that the write would have had. Only where nothing was written, as in a dry run.
         * @enum {string}
         */
        Effect: "create" | "update" | "delete" | "nothing";
        /** @description Every field of the campaign; `null` where empty, `[]` for an empty list. */
        LeadFields: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description A lead as stored. */
        Lead: {
            /**
             * Format: uuid
             * @description Set by the service; ids ascend in time. `00000000-0000-0000-0000-000000000000` in a dry run that would create the lead.
             */
            id: string;
            /** @description Your own id of the lead. */
            external_id: string | null;
            /** @description Key of the lead's status. */
            status: string;
            fields: components["schemas"]["LeadFields"];
            /**
             * Format: int64
             * @description Rises by one with each change. 0 in a dry run that would create the lead.
             */
            version: number;
            /**
             * Format: date-time
             * @description Time of creation, in UTC with milliseconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the last change, in UTC with milliseconds.
             */
            updated_at: string;
            /**
             * Format: uuid
             * @description Another lead that this one duplicates, by the campaign's duplicate check. Only in the response to the request that created the lead.
             */
            duplicate_of?: string;
        };
        /** @description The form of every error (RFC 9457). `code` is stable and made for programs; `type` is the address of a page that explains cause and remedy; `errors` lists every wrong value at once. */
        Problem: {
            /**
             * Format: uri
             * @description Address of a page that explains this kind of problem.
             */
            type: string;
            /** @description The kind of problem, for people. */
            title: string;
            /**
             * Format: int64
             * @description The HTTP status.
             */
            status: number;
            /** @description The cause of this problem. */
            detail: string;
            /** @description The request id, as in `X-Request-Id`. */
            instance: string;
            /** @description The kind of problem, for programs. New codes can be added. */
            code: string;
            /** @description Every wrong value. */
            errors?: components["schemas"]["InputError"][];
            /**
             * Format: uuid
             * @description With `duplicate_lead`: the existing lead, if this token sees it.
             */
            duplicate_of?: string;
            /**
             * Format: uuid
             * @description With `lead_erased`: the lead that was erased.
             */
            lead_id?: string;
            /** @description With `batch_refused`: one result for each item, in the same order. It has the item's problem, or the effect that the item would have had. Nothing was written. */
            results?: components["schemas"]["BatchResult"][];
        };
        /** @description The result of one item, as if it had been a request of its own. */
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
        /** @description One page of leads, and the cursor of the next page. */
        LeadList: {
            /** @description The leads of this page. */
            data: components["schemas"]["Lead"][];
            /** @description Send it as `cursor`, with the same filters and `sort`, for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /**
         * Format: external-id
         * @description Your own id of the lead, unique among the leads that this token sees: 1 to 200 characters without control characters. It has no white space around it, and is not `.` or `..`, because a URL cannot name these.
         */
        ExternalId: string | null;
        /** @description Key of a status of the campaign. */
        StatusInput: string;
        /** @description Values by field key. Absent and `null` mean empty. White space around a value is removed before the check. A text without visible characters is empty. */
        LeadFieldsCreate: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description A lead to create. */
        LeadCreate: {
            external_id?: components["schemas"]["ExternalId"];
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsCreate"];
        };
        /** @description Values by field key. `null` empties a field; an absent field stays as it is. White space around a value is removed before the check. A text without visible characters is empty. */
        LeadFieldsUpdate: {
            [key: string]: components["schemas"]["FieldValue"];
        };
        /** @description The changes (JSON merge patch, RFC 7396). Everything that the body does not name stays as it is. */
        LeadUpdate: {
            external_id?: components["schemas"]["ExternalId"];
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsUpdate"];
        };
        /** @description The lead as it shall be. An existing lead is changed like with `updateLead`: everything that the body does not name stays as it is. A new lead must have all required values. */
        LeadUpsert: {
            status?: components["schemas"]["StatusInput"];
            fields?: components["schemas"]["LeadFieldsUpdate"];
        };
        /** @description A text. */
        FormValue: unknown;
        /** @description A new lead as a form. White space around a value is removed. An empty value counts as not sent. Several options of one field are separated by commas, or the name is repeated. Names like `fields[zip]`, `[]` or `[0]` at the end of a name, and a hidden `0` before a checkbox are understood. */
        LeadCreateForm: {
            [key: string]: components["schemas"]["FormValue"];
        };
        /** @description A lead by its external id, as a form. White space around a value is removed. An empty value counts as not sent. Several options of one field are separated by commas, or the name is repeated. Names like `fields[zip]`, `[]` or `[0]` at the end of a name, and a hidden `0` before a checkbox are understood. */
        LeadUpsertForm: {
            [key: string]: components["schemas"]["FormValue"];
        };
        /** @description One write, judged like a request of its operation. `create` takes the body of `createLead`; `update` needs `id`; `upsert` needs `external_id`; `delete` needs `id` and takes no values. The item's result lists its mistakes, with pointers into the item. */
        BatchItem: {
            /**
             * @description The kind of write.
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
             * @description Your own id of the lead. A new one follows the rules of `createLead`.
             */
            external_id?: string | null;
            /** @description Key of a status of the campaign. */
            status?: string | null;
            /** @description Values by field key, as in the operation named by `op`. */
            fields?: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description The version that the lead must have; with any other, the item gets 412. Not for `create`.
             */
            if_version?: number;
        };
        /** @description Up to 1,000 writes, carried out in order. */
        Batch: {
            /** @description `true` for all or nothing: if one item is refused, nothing is written, and the response is 422 `batch_refused` with a result for each item. Otherwise, each item succeeds or fails by itself. */
            atomic?: boolean;
            /** @description The writes. */
            items: components["schemas"]["BatchItem"][];
        };
        /** @description One result for each item, in the same order. */
        BatchResults: {
            /** @description One result for each item, in the same order. */
            results: components["schemas"]["BatchResult"][];
        };
        /**
         * @description The number of leads, counted up to 10,000.
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
            /** @description `false` when counting stopped before the end: there are more. */
            exact: boolean;
        };
        /** @description One change. `lead` is absent if the lead is no longer in this token's scope. */
        LeadChange: {
            /**
             * @description The kind of change, as this token sees it.
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
             * @description The lead's version after the change.
             */
            version: number;
            /**
             * Format: date-time
             * @description Time of the change, in UTC with milliseconds.
             */
            at: string;
            lead?: components["schemas"]["Lead"];
        };
        /** @description Changes in order, and the cursor to go on from. */
        LeadChangeList: {
            /** @description The changes. */
            data: components["schemas"]["LeadChange"][];
            /** @description Send it as `cursor` to go on. Always present. */
            next_cursor: string;
        };
        /** @description The author of the change. */
        Actor: {
            /**
             * @description The kind of author: this token, another token, a member of the account, or the service.
             * @enum {string}
             */
            kind: "this_token" | "other_token" | "member" | "system";
            /** @description Name of the author, where this token may see it. */
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
         * @description One version of the lead, and the change that made it.
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
             * @description The kind of change. With `entered_scope`, the lead came into this token's scope.
             * @enum {string}
             */
            kind: "created" | "updated" | "entered_scope";
            /**
             * Format: int64
             * @description The lead's version after the change.
             */
            version: number;
            /**
             * Format: date-time
             * @description Time of the change, in UTC with milliseconds.
             */
            at: string;
            actor: components["schemas"]["Actor"];
            /** @description The values that changed. With `created` and `entered_scope`: every value that was not empty afterwards. */
            changes: components["schemas"]["Change"][];
        };
        /** @description One page of a lead's history, and the cursor of the next page. */
        History: {
            /** @description The entries of this page, newest first. */
            data: components["schemas"]["HistoryEntry"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /** @description One wrong value: its `pointer` into the body or the name of its `parameter`, but never the value itself. */
        LoggedError: {
            /** @description JSON pointer (RFC 6901) to the value in the body, with `*` for each name that is not in this document. */
            pointer?: string;
            /** @description Name of the parameter; `*` for a name that is not in this document. */
            parameter?: string;
            /** @description The mistake, as in the `errors` of the problem. */
            code: string;
        };
        /**
         * @description One request and its status.
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
             * @description Time of arrival, in UTC with milliseconds.
             */
            at: string;
            /** @description The `operationId` of the request; `null` if no operation has this address and method. */
            operation: string | null;
            /**
             * Format: int64
             * @description The HTTP status of the response.
             */
            status: number;
            /** @description The problem's `code`; `null` where there was no problem. */
            code: string | null;
            /** @description The mistakes in the input, at most 20; for a batch, those of its items too. Empty if there was no mistake. */
            errors: components["schemas"]["LoggedError"][];
            /** @description The request id, the response's `X-Request-Id`. */
            request_id: string;
            /**
             * Format: int64
             * @description Milliseconds from the request to the end of its response.
             */
            duration_ms: number;
        };
        /** @description One page of this token's requests, and the cursor of the next page. */
        RequestList: {
            /** @description The requests of this page, newest first. */
            data: components["schemas"]["LoggedRequest"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request cannot be read; `code` is `malformed_body`, `invalid_parameter`, `invalid_cursor` or `invalid_header`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing (`token_missing`), or it is unknown, expired, paused or revoked (`invalid_token`). */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token may not do this (`insufficient_permission`), or its filter matches no lead any more (`scope_closed`). */
        NotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This token's scope has no such lead, or the token does not reach the campaign; `code` is `not_found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address does not have this method; `code` is `method_not_allowed`. `Allow` lists its methods. */
        MethodNotAllowed: {
            headers: {
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Accept` header excludes the media types of this operation; `code` is `not_acceptable`. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request took too long to arrive; `code` is `request_timeout`. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This token, or your address with requests without a valid token, has used up a limit (`rate_limited`); or other requests of this token use up its share (`too_many_in_flight`). Nothing was written. Send it again after `Retry-After` seconds. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request line and headers together are larger than 16 KiB; `code` is `headers_too_large`. */
        HeadersTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal error; `code` is `internal_error`. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable; `code` is `unavailable`. Send the request again after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another lead that this token sees has the `external_id` (`external_id_taken`), or several have it (`external_id_ambiguous`); or the first request with this `Idempotency-Key` is still running (`idempotency_in_progress`). */
        Conflict: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The lead that was written with this `Idempotency-Key` was deleted in the meantime; `code` is `lead_erased`, `lead_id` names the lead. */
        Erased: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large; `code` is `body_too_large`. The limits are 1 MiB for a body (a batch: 16 MiB and 500,000 values), also after unpacking; 1 MiB and 50,000 values for a lead; 10,000 entries for a list; 5,000 members for an object; 25,000 names for a form. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `Content-Type` or `Content-Encoding` is not supported; `code` is `unsupported_media_type`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The lead does not fit the campaign (`invalid_lead`; `errors` lists every mistake), it would be outside this token's scope (`out_of_scope`), or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). Nothing was written. */
        InvalidLead: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` or `If-None-Match` does not hold; `code` is `precondition_failed`. Nothing was changed. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The first request with this `Idempotency-Key` is still running; `code` is `idempotency_in_progress`. Send it again after `Retry-After` seconds. */
        InProgress: {
            headers: {
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
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The batch is malformed (`invalid_request`), an item of an `atomic` batch was refused (`batch_refused`; `results` has each item), or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). Nothing was written. */
        InvalidBatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The cursor is too old, or the token's filter has changed since; `code` is `feed_reset`. Start again with `cursor=latest` and the whole list. */
        FeedReset: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Leads with one of these statuses, separated by commas. The name may also be repeated, or written as `status[]`. */
        StatusParam: string[];
        /** @description Leads with this external id. */
        ExternalIdFilterParam: string;
        /**
         * @description Leads created after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        CreatedAtGtParam: string;
        /** @description Leads created at or after this time (RFC 3339). */
        CreatedAtGteParam: string;
        /** @description Leads created before this time (RFC 3339). */
        CreatedAtLtParam: string;
        /** @description Leads created at or before this time (RFC 3339). */
        CreatedAtLteParam: string;
        /**
         * @description Leads last changed after this time (RFC 3339).
         * @example 2026-11-23T10:15:30.123Z
         */
        UpdatedAtGtParam: string;
        /** @description Leads last changed at or after this time (RFC 3339). */
        UpdatedAtGteParam: string;
        /** @description Leads last changed before this time (RFC 3339). */
        UpdatedAtLtParam: string;
        /** @description Leads last changed at or before this time (RFC 3339). */
        UpdatedAtLteParam: string;
        /** @description The order; `-` means newest first. Default: `-created_at`. */
        SortParam: "-created_at" | "created_at" | "-updated_at" | "updated_at";
        /**
         * @description Leads on a page. Default: 50.
         * @example 50
         */
        LimitParam: number;
        /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
        CursorParam: string;
        /**
         * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
         * @example true
         */
        DryRunParam: boolean;
        /**
         * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
         * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
         */
        IdempotencyKeyParam: string;
        /**
         * @description Id of the lead, a UUID.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        LeadIdParam: string;
        /**
         * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
         * @example "7"
         */
        IfMatchParam: string;
        /**
         * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body. A tag also changes with the document.
         * @example "7-x3Kd0Q9a"
         */
        IfNoneMatchReadParam: string;
        /**
         * @description `*`: write only if there is no such lead yet. One or more `ETag`s of the lead: write only if no tag is current (RFC 9110, 13.1.2). Otherwise the response is 412 and nothing changes.
         * @example *
         */
        IfNoneMatchParam: string;
        /**
         * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters without control characters. The id of a new lead has no white space around it, and is not `.` or `..`.
         * @example A-1001
         */
        ExternalIdPathParam: string;
        /**
         * @description `next_cursor` of the previous response. `latest` begins now: it returns no changes and the cursor for later ones. Without it, the list begins with the oldest change.
         * @example latest
         */
        FeedCursorParam: string;
        /**
         * @description Maximum number of changes in one response. Default: 200.
         * @example 200
         */
        FeedLimitParam: number;
        /**
         * @description Seconds to hold the request while there is no change. Default: 0.
         * @example 20
         */
        WaitParam: number;
        /**
         * @description Entries on a page. Default: 50.
         * @example 50
         */
        HistoryLimitParam: number;
        /**
         * @description Entries on a page. Default: 50.
         * @example 50
         */
        RequestLimitParam: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The authentication scheme and the reason for the refusal (RFC 6750).
         * @example Bearer realm="leadspec", error="invalid_token"
         */
        WwwAuthenticate: string;
        /**
         * @description The methods that this address has.
         * @example GET, HEAD, PATCH, DELETE
         */
        Allow: string;
        /**
         * @description Seconds to wait before you send the request again.
         * @example 1
         */
        RetryAfter: number;
        /** @description `true` when this response was first given to an earlier request with the same `Idempotency-Key`. */
        IdempotencyReplayed: "true";
        /**
         * @description The effect that the write would have had. Only with `dry_run=true`; nothing was written. A batch has `batch`, and each of its results has its own effect.
         * @example create
         */
        DryRun: "create" | "update" | "delete" | "nothing" | "batch";
        /**
         * @description A strong tag that begins with the lead's version. Send it in `If-Match` or `If-None-Match`.
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
                /** @description Leads with one of these statuses, separated by commas. The name may also be repeated, or written as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /** @description Leads created at or after this time (RFC 3339). */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /** @description Leads created before this time (RFC 3339). */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /** @description Leads created at or before this time (RFC 3339). */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /** @description Leads last changed at or after this time (RFC 3339). */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /** @description Leads last changed before this time (RFC 3339). */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /** @description Leads last changed at or before this time (RFC 3339). */
                "updated_at.lte"?: components["parameters"]["UpdatedAtLteParam"];
                /** @description The order; `-` means newest first. Default: `-created_at`. */
                sort?: components["parameters"]["SortParam"];
                /**
                 * @description Leads on a page. Default: 50.
                 * @example 50
                 */
                limit?: components["parameters"]["LimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
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
                    /** @description `<…>; rel="next"`: the address of the next page (RFC 8288); absent on the last page. With `Deprecation`, also the changelog as `rel="deprecation"`. */
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body. A tag also changes with the document.
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The client has the present state of the lead, by `If-None-Match`. */
            304: {
                headers: {
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*`: write only if there is no such lead yet. One or more `ETag`s of the lead: write only if no tag is current (RFC 9110, 13.1.2). Otherwise the response is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*`: write only if there is no such lead yet. One or more `ETag`s of the lead: write only if no tag is current (RFC 9110, 13.1.2). Otherwise the response is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadUpdate"];
            };
        };
        responses: {
            /** @description The lead in its present state. */
            200: {
                headers: {
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*`: write only if there is no such lead yet. One or more `ETag`s of the lead: write only if no tag is current (RFC 9110, 13.1.2). Otherwise the response is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters without control characters. The id of a new lead has no white space around it, and is not `.` or `..`.
                 * @example A-1001
                 */
                external_id: components["parameters"]["ExternalIdPathParam"];
            };
            cookie?: never;
        };
        /** @description The lead as it shall be. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadUpsert"];
            };
        };
        responses: {
            /** @description The lead existed. This is its present state. */
            200: {
                headers: {
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes. Only the version in the tag counts, so `"7"` alone is enough.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
                /**
                 * @description `*`: write only if there is no such lead yet. One or more `ETag`s of the lead: write only if no tag is current (RFC 9110, 13.1.2). Otherwise the response is 412 and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
                 * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyParam"];
            };
            path: {
                /**
                 * @description Your own id of the lead, percent-encoded (`%2F` for a slash): 1 to 200 characters without control characters. The id of a new lead has no white space around it, and is not `.` or `..`.
                 * @example A-1001
                 */
                external_id: components["parameters"]["ExternalIdPathParam"];
            };
            cookie?: never;
        };
        /** @description The lead as it shall be. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["LeadUpsertForm"];
            };
        };
        responses: {
            /** @description The lead existed. This is its present state. */
            200: {
                headers: {
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                    /**
                     * @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run.
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
                 * @description `true` validates the write without saving. The response is the same as for the write, plus the header `Dry-Run`. `1` and `0` work too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. If you send the same request with the same key again within 24 hours, it is still written only once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                /** @description Leads with one of these statuses, separated by commas. The name may also be repeated, or written as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /** @description Leads created at or after this time (RFC 3339). */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /** @description Leads created before this time (RFC 3339). */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /** @description Leads created at or before this time (RFC 3339). */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /** @description Leads last changed at or after this time (RFC 3339). */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /** @description Leads last changed before this time (RFC 3339). */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /** @description Leads last changed at or before this time (RFC 3339). */
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
                /** @description Leads with one of these statuses, separated by commas. The name may also be repeated, or written as `status[]`. */
                status?: components["parameters"]["StatusParam"];
                /** @description Leads with this external id. */
                external_id?: components["parameters"]["ExternalIdFilterParam"];
                /**
                 * @description Leads created after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "created_at.gt"?: components["parameters"]["CreatedAtGtParam"];
                /** @description Leads created at or after this time (RFC 3339). */
                "created_at.gte"?: components["parameters"]["CreatedAtGteParam"];
                /** @description Leads created before this time (RFC 3339). */
                "created_at.lt"?: components["parameters"]["CreatedAtLtParam"];
                /** @description Leads created at or before this time (RFC 3339). */
                "created_at.lte"?: components["parameters"]["CreatedAtLteParam"];
                /**
                 * @description Leads last changed after this time (RFC 3339).
                 * @example 2026-11-23T10:15:30.123Z
                 */
                "updated_at.gt"?: components["parameters"]["UpdatedAtGtParam"];
                /** @description Leads last changed at or after this time (RFC 3339). */
                "updated_at.gte"?: components["parameters"]["UpdatedAtGteParam"];
                /** @description Leads last changed before this time (RFC 3339). */
                "updated_at.lt"?: components["parameters"]["UpdatedAtLtParam"];
                /** @description Leads last changed at or before this time (RFC 3339). */
                "updated_at.lte"?: components["parameters"]["UpdatedAtLteParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The leads, to the end of the response. */
            200: {
                headers: {
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
                 * @description `next_cursor` of the previous response. `latest` begins now: it returns no changes and the cursor for later ones. Without it, the list begins with the oldest change.
                 * @example latest
                 */
                cursor?: components["parameters"]["FeedCursorParam"];
                /**
                 * @description Maximum number of changes in one response. Default: 200.
                 * @example 200
                 */
                limit?: components["parameters"]["FeedLimitParam"];
                /**
                 * @description Seconds to hold the request while there is no change. Default: 0.
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
            /** @description The changes after the cursor. */
            200: {
                headers: {
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
                 * @description Entries on a page. Default: 50.
                 * @example 50
                 */
                limit?: components["parameters"]["HistoryLimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
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
                 * @description Entries on a page. Default: 50.
                 * @example 50
                 */
                limit?: components["parameters"]["RequestLimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
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
