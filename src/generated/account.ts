// Made by `npm run generate` from openapi/. Do not edit.
/* biome-ignore-all lint: generated */

export interface paths {
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the campaigns that the token reaches
         * @description The campaigns that this token may use, each with the addresses of its page and its document.
         */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the token's own document
         * @description The OpenAPI 3.1 document of one campaign, for this token. The token's documentation address has the same document, and it also validates the token's requests. Without `campaign`, a broad token gets one document of all its campaigns: paths begin with `/campaigns/{slug}`, and the names of operations and components begin with the slug, with underscores for hyphens (`solar_dk_createLead`). The revision of that document is the sum of the campaigns' revisions.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi-3.0.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the token's own document as OpenAPI 3.0
         * @description The document of `getOpenApi` as OpenAPI 3.0, for tools that do not know 3.1. It has the same content.
         */
        get: operations["getOpenApi30"];
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
        /** @description A campaign that the token reaches. */
        CampaignLink: {
            /** @description The campaign's name in addresses. */
            slug: string;
            /** @description The campaign's name. */
            name: string;
            permission: components["schemas"]["Permission"];
            /**
             * Format: uri
             * @description The campaign's page for this token.
             */
            docs_url: string;
            /**
             * Format: uri
             * @description The campaign's document for this token.
             */
            openapi_url: string;
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
        /** @description A text, number, boolean or list of options, by the field's type; `null` where empty. */
        FieldValue: unknown;
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
        /** @description This token's scope has no such lead, or the token does not reach the campaign; `code` is `not_found`. */
        NotFound: {
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
    };
    parameters: never;
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
        /**
         * @description Changes with each change of the document. Send it in `If-None-Match`.
         * @example W/"Zk3v0w9m1Q"
         */
        DocumentETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaigns, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CampaignLink"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["NotAllowed"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: {
                /**
                 * @description Slug of the campaign. A token of one campaign may leave it out. A broad token that leaves it out gets all its campaigns.
                 * @example solar-dk
                 */
                campaign?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body.
                 * @example W/"Zk3v0w9m1Q"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `*` (RFC 9110, 13.1.1). Documents have weak tags and `If-Match` compares strongly, so any tag gets 412.
                 * @example *
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The document has not changed since the `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
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
    getOpenApi30: {
        parameters: {
            query?: {
                /**
                 * @description Slug of the campaign. A token of one campaign may leave it out. A broad token that leaves it out gets all its campaigns.
                 * @example solar-dk
                 */
                campaign?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body.
                 * @example W/"Zk3v0w9m1Q"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `*` (RFC 9110, 13.1.1). Documents have weak tags and `If-Match` compares strongly, so any tag gets 412.
                 * @example *
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The document has not changed since the `ETag` in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
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
}
