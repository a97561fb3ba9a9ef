// Made by `npm run generate` from openapi/. Do not edit.
/* biome-ignore-all lint: generated */

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the member who is signed in
         * @description The member who is signed in, and the account.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Begins a session; the response sets its cookie. After ten wrong passwords for a member, or fifty from an address, within a quarter of an hour, all further ones are refused until it is over.
         */
        post: operations["createSession"];
        /**
         * Sign out
         * @description Ends the session.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        /**
         * Change your own settings
         * @description Your name, your time zone, and the form of your CSV files. Every member may.
         */
        patch: operations["updateSession"];
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description Changes your password, and ends your other sessions.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your password
         * @description Confirms that you are still at the keyboard. `revealToken` and `rotateToken` need this when the last sign-in or confirmation is more than 15 minutes old.
         */
        post: operations["confirmSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description The browsers in which you are signed in, newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End your other sessions
         * @description Ends all your sessions except this one.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description Signs you out in that browser. If it is the session of this request, you are signed out here.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the account
         * @description Changes the account's name, which vendors read in their documents and only owners may change, or the colour of its pages.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/account/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the logo
         * @description The account's logo, as vendors see it on their pages.
         */
        get: operations["getLogo"];
        /**
         * Set the logo
         * @description A PNG, JPEG or WebP picture of at most 200 KiB, 2,000 pixels wide and high. The documentation pages of all the account's tokens show it as it is; whoever has the address of a page can see it.
         */
        put: operations["setLogo"];
        post?: never;
        /**
         * Remove the logo
         * @description The pages then show only the account's name.
         */
        delete: operations["deleteLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members
         * @description Everybody who signs in for the account or is invited, oldest first.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Invite a member
         * @description Adds a member, who sets a password with the link in the response; no e-mail is sent. Owners and admins may invite; only owners may invite owners.
         */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description Ends the member's sessions at once, and an invitation link stops working. The e-mail address is erased; the name stays in the history of leads and in the audit log. API tokens that the member created stay valid, because they belong to the account.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Change a member
         * @description Changes name or role. Only owners can give roles. A role holds from the next request on.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/members/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new invitation link
         * @description A new link for a member who has not accepted yet. The old link stops working. Admins can make links for admins and viewers.
         */
        post: operations["renewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invitation
         * @description The person and the account of an invitation link. Needs no session.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the password of the invited member, and begins a session; the response sets its cookie. The link cannot be used again. Wrong links are counted by address, like wrong passwords.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the campaigns
         * @description The campaigns of the account, by name. Archived ones are listed only on request.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description A new campaign has no fields yet, and one status, `new`, which is open and the default. Its slug is unique in the installation and never changes.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a campaign
         * @description One campaign, with its revision.
         */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        /**
         * Delete a campaign
         * @description Deletes the campaign with all its leads, for good. Once this has returned, nobody reaches it, and its tokens are revoked. Then its leads with their history, the stored responses and its definition are erased in the background: a million leads take a few minutes. The slug cannot be used again. The audit log keeps the actions, without values of leads. For owners.
         */
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        /**
         * Change a campaign
         * @description Changes the properties in the body and leaves the rest.
         */
        patch: operations["updateCampaign"];
        trace?: never;
    };
    "/campaigns/{slug}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a campaign
         * @description Takes the campaign away from every token until it is restored: its own tokens and the account's broad tokens get 404, and so do the documentation pages of its tokens. Nothing is changed or lost. Members can still see and change the campaign; lists include it only on request. Archiving an archived campaign changes nothing.
         */
        post: operations["archiveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived campaign back
         * @description Gives the campaign back to its tokens. A token that was paused, revoked or expired stays so. If the campaign is not archived, nothing changes.
         */
        post: operations["unarchiveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/dependents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dependents of a part of the definition
         * @description Ask before you change or remove a part. Each request is about one part: `field`, `select` with `option`, `status`, or `filter`.
         */
        get: operations["listDependents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the revisions
         * @description Every change of the definition is a revision with its author, time and changes. Newest first.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a revision
         * @description One revision, with its changes.
         */
        get: operations["getRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/revisions/{revision}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions
         * @description The differences between this revision and another one. With the current revision as the other one: the changes that a restore would make.
         */
        get: operations["compareRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/revisions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a revision
         * @description Sets fields, selects, statuses, duplicate check, name and country back to this revision, as a new revision. Filters and tokens stay as they are. Fields and statuses that were added since are removed, and added options are archived, as by their own operations: refused while filters use them, unless forced, and while leads have a status that would be removed. Values of leads never change; the values of a restored field are shown again. If there is no difference, no revision is made. `previewChange` lists the changes, part by part.
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/announced-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the announced changes
         * @description Changes that take effect by themselves at a set time: those to come, then the last fifty that are over.
         */
        get: operations["listAnnouncedChanges"];
        put?: never;
        /**
         * Announce a change
         * @description Announces a change for a set time. From now on, the documents of the tokens concerned announce it, and responses to requests that it concerns carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594). At its time, the change takes effect by itself, as if its own operation had made it. A change that its operation would refuse now is refused now, with places in `errors` below `/change`. At most 20 changes can be announced at a time.
         */
        post: operations["announceChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/announced-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an announced change
         * @description Withdraws the change and removes it from the vendors' documents. A change that is over is not found.
         */
        delete: operations["withdrawAnnouncedChange"];
        options?: never;
        head?: never;
        /**
         * Move an announced change
         * @description Gives an announced change another time or another note. A change that is over is not found.
         */
        patch: operations["updateAnnouncedChange"];
        trace?: never;
    };
    "/campaigns/{slug}/schema/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a change
         * @description Shows which tokens a change would break, without making it: for each token, the changes in its document, and which of its last accepted requests would now be refused, and why. Requests are kept for 7 days as shapes, without values; the check uses the values that the leads got from them. A change that its operation would refuse is refused here too.
         */
        post: operations["previewChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields
         * @description The fields of the campaign, in their order.
         */
        get: operations["listFields"];
        put?: never;
        /**
         * Create a field
         * @description Key, type and select of a field never change. A key cannot be used again, even after the field was removed.
         */
        post: operations["createField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/fields/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the fields in order
         * @description Sets the order in which people see the fields, in the console and in documents.
         */
        put: operations["orderFields"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a field
         * @description Its values stay stored but are no longer shown, and its key cannot be used again. Refused while filters use it, unless forced: then reading through those filters goes on, and filters that fix the field can no longer create leads.
         */
        delete: operations["deleteField"];
        options?: never;
        head?: never;
        /**
         * Change a field
         * @description Changes the properties in the body and leaves the rest. Existing leads stay as they are, even if they no longer fit.
         */
        patch: operations["updateField"];
        trace?: never;
    };
    "/campaigns/{slug}/selects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the selects
         * @description The selects of the campaign with all their options.
         */
        get: operations["listSelects"];
        put?: never;
        /**
         * Create a select
         * @description A list of options for fields of the types `select` and `multi_select`.
         */
        post: operations["createSelect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/selects/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a select
         * @description Changes its label. Its options have addresses of their own.
         */
        patch: operations["updateSelect"];
        trace?: never;
    };
    "/campaigns/{slug}/selects/{key}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an option
         * @description Leads hold the option's value. It never changes and cannot be used for another option.
         */
        post: operations["createOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/selects/{key}/options/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create many options
         * @description Creates all the options in one revision, after the existing ones, or no option at all.
         */
        post: operations["createOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/selects/{key}/options/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the options of a select in order
         * @description Sets the order in which people see the options, in the console and in documents. Archived options have a place too.
         */
        put: operations["orderOptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/selects/{key}/options/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Archive an option
         * @description The option is no longer offered; leads that have it keep it. Refused while filters use it, unless forced: then reading through those filters goes on, and filters that ask for the option can no longer create leads.
         */
        delete: operations["deleteOption"];
        options?: never;
        head?: never;
        /**
         * Change an option
         * @description Changes its label, or offers an archived option again.
         */
        patch: operations["updateOption"];
        trace?: never;
    };
    "/campaigns/{slug}/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statuses
         * @description The statuses of the campaign, in their order.
         */
        get: operations["listStatuses"];
        put?: never;
        /**
         * Create a status
         * @description A key cannot be used again, even after the status was removed.
         */
        post: operations["createStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/statuses/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the statuses in order
         * @description Sets the order in which people see the statuses, in the console and in documents.
         */
        put: operations["orderStatuses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/statuses/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a status
         * @description Refused for the default status; while leads have it, unless `move_to` names another status for them; and while filters use it, unless forced.
         */
        delete: operations["deleteStatus"];
        options?: never;
        head?: never;
        /**
         * Change a status
         * @description Changes the properties in the body and leaves the rest.
         */
        patch: operations["updateStatus"];
        trace?: never;
    };
    "/campaigns/{slug}/duplicate-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the duplicate check
         * @description When a new lead counts as a duplicate of an existing one, and what happens then. When it is off, `fields` is empty.
         */
        get: operations["getDuplicateRule"];
        /**
         * Set the duplicate check
         * @description Applies to leads that are created from then on. It finds existing leads too as soon as `state` is `ready`; two existing leads that are equal stay. Empty `fields` turn it off. Vendors read about it in their documents.
         */
        put: operations["setDuplicateRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the filters
         * @description The filters of the campaign, oldest first.
         */
        get: operations["listFilters"];
        put?: never;
        /**
         * Create a filter
         * @description A saved condition. If it fixes a field to one value, the service fills in that value for the tokens tied to it.
         */
        post: operations["createFilter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/filters/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a condition
         * @description Counts the leads that a condition matches, and shows some of them. Nothing is saved.
         */
        post: operations["previewFilter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a filter
         * @description One filter.
         */
        get: operations["getFilter"];
        put?: never;
        post?: never;
        /**
         * Delete a filter
         * @description Refused while tokens are tied to it, unless forced: those tokens then match nothing.
         */
        delete: operations["deleteFilter"];
        options?: never;
        head?: never;
        /**
         * Change a filter
         * @description Changes its name or its condition. Once this has returned, no request of a token tied to it is answered under the old condition.
         */
        patch: operations["updateFilter"];
        trace?: never;
    };
    "/campaigns/{slug}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads
         * @description Like `listLeads` of the Lead API, for all leads of the campaign, with the same parameters and the same response. A lead that was marked as a duplicate when it was created names the other lead in `duplicate_of`, even if its vendor may not know.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create a lead
         * @description Like `createLead` of the Lead API, for the whole campaign: no filter fills in values.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/leads/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count leads
         * @description Like `countLeads` of the Lead API, for all leads of the campaign, with the same parameters. Counting stops after 10,000 leads or half a second; with `exactly=true`, only after ten seconds. The response then has the number counted so far, and `exact` is `false`: no number is an estimate.
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
    "/campaigns/{slug}/leads/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export leads
         * @description Like `exportLeads` of the Lead API, for all leads of the campaign: one stream of CSV, or of JSON lines with `Accept: application/x-ndjson`.
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
    "/campaigns/{slug}/leads/{lead_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a lead
         * @description Like `getLead` of the Lead API.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Delete a lead
         * @description Like `deleteLead` of the Lead API: the lead is erased.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description Like `updateLead` of the Lead API: a JSON merge patch (RFC 7396).
         */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/campaigns/{slug}/leads/{lead_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the history of a lead
         * @description Like `getLeadHistory` of the Lead API, but with the whole history that is kept, and the names of all authors.
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
    "/campaigns/{slug}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of a campaign
         * @description The tokens of the campaign and of its filters, newest first, without revoked ones.
         */
        get: operations["listCampaignTokens"];
        put?: never;
        /**
         * Create a token of a campaign
         * @description With a filter, the token reads exactly the leads that the filter matches, and with `read_write` writes them too. `revealToken` shows its secret.
         */
        post: operations["createCampaignToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/tokens/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the usage of a campaign's tokens
         * @description How many requests were accepted and refused in the campaign each day (UTC), today last: for each token of the campaign, and for each broad token that sent requests there. A revoked token is listed if it was used in the period. Requests of the last seconds may be missing.
         */
        get: operations["listCampaignTokenUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{slug}/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a vendor in one step
         * @description Makes an option for the vendor, a filter on the option, and a token tied to the filter: all of them, or nothing. With `new_field`, it also makes the field that vendors are identified by, and its select. With `option`, the vendor gets an existing option, and the existing filter of that name if it matches exactly this option.
         */
        post: operations["createVendor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tokens of the account
         * @description The broad tokens, newest first, without revoked ones.
         */
        get: operations["listAccountTokens"];
        put?: never;
        /**
         * Create a token of the account
         * @description A broad token, which reaches every campaign of the account. `revealToken` shows its secret.
         */
        post: operations["createAccountToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the usage of the account's tokens
         * @description For each broad token of the account: how many of its requests in all campaigns were accepted and refused each day (UTC), today last. A revoked token is listed if it was used in the period. Requests of the last seconds may be missing.
         */
        get: operations["listAccountTokenUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token
         * @description One token. Revoked tokens are found too.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Ends the token for good. Once this has returned, no request that starts afterwards is accepted with it.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        /**
         * Change a token
         * @description Changes the properties in the body and leaves the rest. Once this has returned, no request is answered under the old grant.
         */
        patch: operations["updateToken"];
        trace?: never;
    };
    "/tokens/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a change of a token
         * @description Shows what a change of the token would break, without making it: the changes in its document, and which of its last accepted requests would now be refused, and why. A paused token has all its requests refused; a lower limit refuses requests above that number in a minute. Requests are kept for 7 days. A change that `updateToken` would refuse is refused here too.
         */
        post: operations["previewTokenChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal the secret of a token
         * @description Shows the secret, and writes this to the audit log. Needs the role owner or admin, and a sign-in or confirmation in the last 15 minutes.
         */
        post: operations["revealToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests of a token
         * @description The requests that the token made in the last 7 days, newest first, with their statuses: for a broad token, those in all campaigns. The token's holder gets the same with `listRequests` of the Lead API. The values that were sent are not kept. Requests appear within about two seconds.
         */
        get: operations["listTokenRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of a token
         * @description Makes a new secret and shows it. The old one ends at once or after the grace time; until then the token's `previous_secret` shows it. A secret that an earlier rotation left valid ends at once. Needs the role owner or admin, and a sign-in or confirmation in the last 15 minutes.
         */
        post: operations["rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/previous-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the previous secret of a token
         * @description Ends the secret that the last rotation replaced, before its grace time is over. Once this has returned, no request that starts afterwards is accepted with it. If there is no such secret, nothing changes.
         */
        delete: operations["endPreviousSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}/rotate-docs-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the documentation address of a token
         * @description Gives the token's documentation a new address. The old address stops working at once.
         */
        post: operations["rotateDocsUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Every action with its author, its thing and its time, newest first: every change of the account and its campaigns, every secret that was revealed, every sign-in, every lead that a member created, changed or erased, and every export of leads. The history of a lead has the changes that tokens made. For owners and admins.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description The entries of `listAudit` with the same parameters, newest first, as one stream of CSV. For owners and admins.
         */
        get: operations["exportAudit"];
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
         * Get this document
         * @description The OpenAPI 3.1 document of this Management API, with the address of the installation. `/manage/v1/docs` shows it as a page.
         */
        get: operations["getManagementOpenApi"];
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
         * Get this document as OpenAPI 3.0
         * @description The document of this Management API as OpenAPI 3.0, for tools that do not know 3.1. It has the same content.
         */
        get: operations["getManagementOpenApi30"];
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
         * @description Owners may do everything. Admins may do everything except give roles, remove members and change the account. Viewers can read; they cannot reveal secrets or see the audit log.
         * @enum {string}
         */
        Role: "owner" | "admin" | "viewer";
        /**
         * @description The separator of cells in CSV for a spreadsheet. With `,` the decimal sign is `.`.
         * @enum {string}
         */
        CsvSeparator: "," | ";";
        /**
         * @description The decimal sign in CSV for a spreadsheet.
         * @enum {string}
         */
        CsvDecimal: "." | ",";
        /** @description A person of the account. */
        Member: {
            /**
             * Format: uuid
             * @description Id of the member.
             */
            id: string;
            /** @description E-mail address. */
            email: string;
            /** @description Name. */
            name: string;
            role: components["schemas"]["Role"];
            /** @description The member's time zone; `null` for the browser's. */
            time_zone: string | null;
            csv_separator: components["schemas"]["CsvSeparator"];
            csv_decimal: components["schemas"]["CsvDecimal"];
        };
        /** @description The account that the member belongs to. */
        Account: {
            /**
             * Format: uuid
             * @description Id of the account.
             */
            id: string;
            /** @description Name of the account. */
            name: string;
            /** @description Colour of its documentation pages, `#rrggbb`; `null` without one. */
            color: string | null;
            /** @description Whether its pages show a logo: see `getLogo`. */
            has_logo: boolean;
        };
        /**
         * @description The member who is signed in.
         * @example {
         *       "member": {
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82",
         *         "email": "owner@example.com",
         *         "name": "Olivia Owner",
         *         "role": "owner",
         *         "time_zone": "Europe/Copenhagen",
         *         "csv_separator": ";",
         *         "csv_decimal": ","
         *       },
         *       "account": {
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a84",
         *         "name": "Solar Partners",
         *         "color": "#1f4e79",
         *         "has_logo": false
         *       },
         *       "confirmed_until": "2026-11-23T10:30:30.123Z"
         *     }
         */
        Session: {
            member: components["schemas"]["Member"];
            account: components["schemas"]["Account"];
            /**
             * Format: date-time
             * @description Time until which `revealToken` and `rotateToken` do not ask for the password again.
             */
            confirmed_until: string;
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
        /** @description A thing by its id and its name. */
        Named: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description With `in_use`, the filters and tokens that depend on the thing. */
        UsedBy: {
            /** @description Filters whose condition uses it, or the filter itself. */
            filters: components["schemas"]["Named"][];
            /** @description Tokens tied to those filters. */
            tokens: components["schemas"]["Named"][];
        };
        /**
         * @description The form of every error (RFC 9457). `code` is stable and made for programs; `type` is the address of a page that explains cause and remedy; `errors` lists every wrong value at once.
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
            /** @description The kind of problem, for programs. */
            code: string;
            /** @description Every wrong value. */
            errors?: components["schemas"]["InputError"][];
            /**
             * Format: uuid
             * @description With `duplicate_lead`: the existing lead.
             */
            duplicate_of?: string;
            /**
             * Format: uuid
             * @description With `lead_erased`: the lead that was erased.
             */
            lead_id?: string;
            /**
             * Format: int64
             * @description With `stale`: the current revision of the definition.
             */
            revision?: number;
            used_by?: components["schemas"]["UsedBy"];
            /**
             * Format: int64
             * @description With `in_use`: the number of leads that have it.
             */
            leads?: number;
        };
        /**
         * @description A member's e-mail address and password.
         * @example {
         *       "email": "owner@example.com",
         *       "password": "correct horse battery staple"
         *     }
         */
        Credentials: {
            /**
             * Format: text
             * @description E-mail address; case does not matter.
             */
            email: string;
            /** @description The password. */
            password: string;
        };
        /** @description Text for people, on one line. */
        Label: string;
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "time_zone": "Europe/Copenhagen",
         *       "csv_separator": ";",
         *       "csv_decimal": ","
         *     }
         */
        SessionUpdate: {
            name?: components["schemas"]["Label"];
            /**
             * Format: text
             * @description Your time zone, by its name in the IANA database; `null` for the browser's.
             */
            time_zone?: string | null;
            csv_separator?: components["schemas"]["CsvSeparator"];
            csv_decimal?: components["schemas"]["CsvDecimal"];
        };
        /** @description The password, at least 10 characters. */
        NewPassword: string;
        /**
         * @description The current password and the new one.
         * @example {
         *       "current_password": "correct horse battery staple",
         *       "new_password": "battery correct staple horse"
         *     }
         */
        PasswordChange: {
            /** @description The current password. */
            current_password: string;
            new_password: components["schemas"]["NewPassword"];
        };
        /**
         * @description The password of the member who is signed in.
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        Confirmation: {
            /** @description The password. */
            password: string;
        };
        /**
         * @description A browser in which you are signed in.
         * @example {
         *       "id": "5b0c2f1e-7a49-4f0e-8d0a-3c9a1b6e2f77",
         *       "created_at": "2026-11-23T10:15:30.123Z",
         *       "last_seen_at": "2026-11-23T11:02:00.000Z",
         *       "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
         *       "current": true
         *     }
         */
        OpenSession: {
            /**
             * Format: uuid
             * @description Its id. The cookie holds another value.
             */
            id: string;
            /**
             * Format: date-time
             * @description Time of the sign-in.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of its last use, exact to the minute.
             */
            last_seen_at: string;
            /** @description The browser's own name, cut at 300 characters. */
            user_agent: string | null;
            /** @description Whether it is the session of this request. */
            current: boolean;
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "name": "Solar Partners",
         *       "color": "#1f7a5c"
         *     }
         */
        AccountUpdate: {
            name?: components["schemas"]["Label"];
            /** @description Colour of a band at the top of the documentation pages, `#rrggbb`; `null` for no band. */
            color?: string | null;
        };
        /** @description A picture. */
        Logo: {
            /**
             * @description Its media type.
             * @enum {string}
             */
            type: "image/png" | "image/jpeg" | "image/webp";
            /** @description The picture, in base64. */
            image: string;
        };
        /** @description A picture. */
        LogoInput: {
            /** @description The picture, in base64 (RFC 4648, 4). Its first bytes tell its type. */
            image: string;
        };
        /**
         * @description A member of the account, who signs in or is invited.
         * @example {
         *       "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a83",
         *       "name": "Anna Admin",
         *       "email": "anna@example.com",
         *       "role": "admin",
         *       "state": "invited",
         *       "created_at": "2026-11-23T10:15:30.123Z",
         *       "last_signed_in_at": null,
         *       "invitation_expires_at": "2026-11-30T10:15:30.123Z"
         *     }
         */
        ListedMember: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Name. */
            name: string;
            /** @description E-mail address. */
            email: string;
            role: components["schemas"]["Role"];
            /**
             * @description Whether the member has set a password.
             * @enum {string}
             */
            state: "active" | "invited";
            /**
             * Format: date-time
             * @description Time at which the member was added.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the member's last sign-in.
             */
            last_signed_in_at: string | null;
            /**
             * Format: date-time
             * @description Time at which the link expires; `null` for active members. A link with a time in the past has expired.
             */
            invitation_expires_at: string | null;
        };
        /**
         * Format: email
         * @description E-mail address, unique in the whole installation without regard to case.
         */
        Email: string;
        /**
         * @description A person to invite.
         * @example {
         *       "name": "Anna Admin",
         *       "email": "anna@example.com",
         *       "role": "admin"
         *     }
         */
        MemberCreate: {
            name: components["schemas"]["Label"];
            email: components["schemas"]["Email"];
            role: components["schemas"]["Role"];
        };
        /**
         * @description A member and the invitation link. The link is shown only in this response.
         * @example {
         *       "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a83",
         *       "name": "Anna Admin",
         *       "email": "anna@example.com",
         *       "role": "admin",
         *       "state": "invited",
         *       "created_at": "2026-11-23T10:15:30.123Z",
         *       "last_signed_in_at": null,
         *       "invitation_expires_at": "2026-11-30T10:15:30.123Z",
         *       "invitation_url": "https://leads.example.org/console/invitations/q1XkqO0sM2v3nB8yJt5rWcZ7aLdE4fHgPuIoKmNbVxs"
         *     }
         */
        InvitedMember: components["schemas"]["ListedMember"] & {
            /**
             * Format: uri
             * @description Address at which the member sets a password. The link itself gives the right to do that. It works once and expires in seven days.
             */
            invitation_url: string;
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "role": "viewer"
         *     }
         */
        MemberUpdate: {
            name?: components["schemas"]["Label"];
            role?: components["schemas"]["Role"];
        };
        /**
         * @description The invited person and the account.
         * @example {
         *       "account": {
         *         "name": "Solar Partners"
         *       },
         *       "member": {
         *         "name": "Anna Admin",
         *         "email": "anna@example.com"
         *       },
         *       "expires_at": "2026-11-30T10:15:30.123Z"
         *     }
         */
        Invitation: {
            /** @description The account. */
            account: {
                /** @description Its name. */
                name: string;
            };
            /** @description The invited person. */
            member: {
                /** @description Name. */
                name: string;
                /** @description E-mail address. */
                email: string;
            };
            /**
             * Format: date-time
             * @description Time at which the link expires.
             */
            expires_at: string;
        };
        /**
         * @description The new password.
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        Acceptance: {
            password: components["schemas"]["NewPassword"];
        };
        /**
         * @description Number of leads, counted up to a limit: 10,000 for a few campaigns, less for a list of very many, and never less than 1,000.
         * @example {
         *       "count": 10000,
         *       "exact": false
         *     }
         */
        ApproximateCount: {
            /**
             * Format: int64
             * @description The leads that were counted.
             */
            count: number;
            /** @description `false` when counting stopped before the end: there are more. */
            exact: boolean;
        };
        /**
         * @description A campaign. Its fields, selects, statuses, filters and tokens have addresses of their own.
         * @example {
         *       "slug": "solar-dk",
         *       "name": "Solar DK",
         *       "default_country": "DK",
         *       "support_contact": "leads@sunny.example",
         *       "vendor_notes": "Send leads **within an hour** of the call.",
         *       "revision": 7,
         *       "created_at": "2026-11-23T10:15:30.123Z",
         *       "archived_at": null,
         *       "leads": {
         *         "count": 1234,
         *         "exact": true
         *       },
         *       "tokens": 3,
         *       "last_lead_at": "2026-11-24T08:01:12.004Z"
         *     }
         */
        Campaign: {
            /** @description Its name in addresses, unique in the installation. It never changes and cannot be used again. */
            slug: string;
            /** @description Its name, for people. */
            name: string;
            /** @description Country of phone numbers without a country code. */
            default_country: string | null;
            /** @description The support contact in vendors' documents; `null` without one. */
            support_contact: string | null;
            /** @description Notes for every vendor, in Markdown as written; `null` without notes. */
            vendor_notes: string | null;
            /**
             * Format: int64
             * @description Rises by one with each change of the definition.
             */
            revision: number;
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of archiving; `null` if it is not archived.
             */
            archived_at: string | null;
            leads: components["schemas"]["ApproximateCount"];
            /**
             * Format: int64
             * @description Number of its API tokens, without revoked ones.
             */
            tokens: number;
            /**
             * Format: date-time
             * @description Time at which its newest lead was created; `null` without leads.
             */
            last_lead_at: string | null;
        };
        /** @description Two letters of ISO 3166-1 for a country with its own phone numbers, used for numbers without a country code; `null` for no country. */
        Country: string | null;
        /** @description The support contact for vendors: an e-mail address, a web address, or a name and a phone number. Every document of the campaign shows it, and whoever has a document's address can read it. `null` for no contact. */
        SupportContact: string | null;
        /** @description Notes for vendors, in Markdown (CommonMark, with tables). Stored as written, and shown without HTML and pictures. Everybody who has the address of a document can read its notes. `null` for no notes. */
        Notes: string | null;
        /**
         * @description A campaign to create. It begins with one status, `new`.
         * @example {
         *       "name": "Solar DK",
         *       "default_country": "DK"
         *     }
         */
        CampaignCreate: {
            name: components["schemas"]["Label"];
            /** @description Made from the name if left out. */
            slug?: string;
            default_country?: components["schemas"]["Country"];
            support_contact?: components["schemas"]["SupportContact"];
            vendor_notes?: components["schemas"]["Notes"];
            /** @description Slug of a campaign of the account. The new campaign starts with its fields, selects, statuses and duplicate check. Filters, tokens and leads are not copied. */
            copy_of?: string | null;
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "name": "Solar Denmark"
         *     }
         */
        CampaignUpdate: {
            name?: components["schemas"]["Label"];
            default_country?: components["schemas"]["Country"];
            support_contact?: components["schemas"]["SupportContact"];
            vendor_notes?: components["schemas"]["Notes"];
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
        /** @description A token by its name, and its state. */
        TiedToken: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name. */
            name: string;
            /**
             * @description Only an active token is accepted.
             * @enum {string}
             */
            state: "active" | "archived" | "paused" | "expired";
        };
        /**
         * @description The things that depend on a part of the definition, as `in_use` would name them, and the leads concerned.
         * @example {
         *       "leads": {
         *         "count": 412,
         *         "exact": true
         *       },
         *       "filters": [
         *         {
         *           "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80",
         *           "name": "Vendor XYZ"
         *         }
         *       ],
         *       "tokens": [
         *         {
         *           "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81",
         *           "name": "Vendor XYZ",
         *           "state": "active"
         *         }
         *       ],
         *       "duplicate_rule": false
         *     }
         */
        Dependents: {
            /** @description Number of leads with a value in the field, with the option, or with the status; `null` for a filter. Counted up to 10,000. Without an index, only the newest 100,000 leads are counted: `exact` is then `false`, and there may be more. */
            leads: components["schemas"]["LeadCount"] | null;
            /** @description The filters whose condition uses it. */
            filters: components["schemas"]["Named"][];
            /** @description The tokens tied to those filters, or to the filter itself, without revoked ones. */
            tokens: components["schemas"]["TiedToken"][];
            /** @description Whether the duplicate check compares the field. */
            duplicate_rule: boolean;
        };
        /** @description One difference, as a member sees it. */
        DefinitionChange: {
            /**
             * @description `breaking`: a request that was accepted is now refused. `may_break`: that depends on the request, or a response may hold something new. `additive`: something more is possible. `textual`: only words or order change.
             * @enum {string}
             */
            class: "breaking" | "may_break" | "additive" | "textual";
            /** @description The kind of change, such as `required` or `values_gone`. Later versions may add kinds. */
            kind: string;
            /** @description The difference in a sentence, with names between backticks. */
            sentence: string;
        };
        /** @description One property of a part that is different. */
        PropertyChange: {
            /** @description Its name, as in the shape of the part. The `condition` of a filter is in words. */
            property: string;
            /** @description Its value before; `null` if it had no value. */
            from: unknown;
            /** @description Its value after; `null` if it has no value. */
            to: unknown;
        };
        /** @description One part of the definition that is different. */
        PartChange: {
            /**
             * @description The kind of part. `campaign` stands for its name, country, contact and notes.
             * @enum {string}
             */
            kind: "campaign" | "field" | "select" | "option" | "status" | "filter" | "duplicate_rule";
            /** @description Key of a field, select or status, value of an option, or id of a filter; `null` for an order, and for a part without a key. */
            key: string | null;
            /** @description Key of the select that the option belongs to. */
            select: string | null;
            /** @description Its label or name. If the order of options changed, the select's label. */
            label: string;
            /**
             * @description The kind of change. `reordered`: the parts of this kind, or the options of this select, have another order.
             * @enum {string}
             */
            change: "added" | "changed" | "removed" | "reordered";
            /** @description The properties that are different, if it was changed. */
            properties: components["schemas"]["PropertyChange"][];
        };
        /** @description The definition of a campaign from one change to the next. */
        Revision: {
            /**
             * Format: int64
             * @description Its number. It rises by one with each change.
             */
            revision: number;
            /**
             * Format: date-time
             * @description Time of the change.
             */
            at: string;
            /** @description The author of the change; `null` for the service. */
            changed_by: {
                /**
                 * Format: uuid
                 * @description Id of the member.
                 */
                id: string;
                /** @description Name of the member. */
                name: string;
            } | null;
            /**
             * Format: int64
             * @description The revision that it restored, if it restored one.
             */
            restored: number | null;
            /** @description The differences to the revision before. Empty if only the order of options or the like changed. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description The differences to the revision before, part by part. Empty for the first. */
            parts: components["schemas"]["PartChange"][];
        };
        /** @description One page of revisions, newest first, and the cursor of the next page. */
        RevisionPage: {
            /** @description The revisions of this page. */
            data: components["schemas"]["Revision"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The oldest revision that was searched, with `q`; otherwise `null`.
             */
            searched_to: number | null;
        };
        /** @description The differences between two revisions. */
        Comparison: {
            /**
             * Format: int64
             * @description The revision.
             */
            revision: number;
            /**
             * Format: int64
             * @description The revision to compare with.
             */
            with: number;
            /** @description The differences from `with` to `revision`. */
            changes: components["schemas"]["DefinitionChange"][];
        };
        /**
         * @description A change of the definition, written as the request of this API that would make it: the operation, with the values of its path, query and body. The address names the campaign.
         * @example {
         *       "operation": "updateField",
         *       "path": {
         *         "key": "roof_type"
         *       },
         *       "body": {
         *         "required": true
         *       }
         *     }
         */
        PlannedChange: {
            /**
             * @description The `operationId` of the request.
             * @enum {string}
             */
            operation: "updateCampaign" | "createField" | "updateField" | "deleteField" | "createOption" | "updateOption" | "deleteOption" | "createStatus" | "updateStatus" | "deleteStatus" | "setDuplicateRule" | "updateFilter" | "deleteFilter" | "restoreRevision";
            /** @description Path parameters by name, without `slug`. */
            path?: {
                [key: string]: string;
            };
            /** @description Query parameters. */
            query?: {
                /** @description As in the operation. */
                force?: boolean;
                /** @description As in the operation. */
                move_to?: string;
            };
            /** @description The body, if the operation takes one. */
            body?: unknown;
        };
        /** @description A change of the definition that takes effect by itself at a set time. Vendors see it in their documents until then. */
        AnnouncedChange: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            change: components["schemas"]["PlannedChange"];
            /**
             * Format: date-time
             * @description Time at which it takes effect.
             */
            at: string;
            /** @description The note for vendors. */
            note: string | null;
            /**
             * @description `announced` until its time has come. Then `done`, or `failed` if it could not be made any more; a failed change changed nothing. `withdrawn` if it was withdrawn before.
             * @enum {string}
             */
            state: "announced" | "done" | "failed" | "withdrawn";
            /** @description The differences to the definition that holds until then, as a member sees them. Empty once it is over. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description The parts of the definition that it adds, changes or removes. Empty once it is over. */
            parts: components["schemas"]["PartChange"][];
            /**
             * Format: date-time
             * @description Time of the announcement.
             */
            announced_at: string;
            /** @description The member who announced it; `null` if that member was removed. */
            announced_by: {
                /**
                 * Format: uuid
                 * @description Id of the member.
                 */
                id: string;
                /** @description Name of the member. */
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description Time at which it took effect, failed or was withdrawn.
             */
            ended_at: string | null;
            /**
             * Format: int64
             * @description The revision that it made.
             */
            revision: number | null;
            /** @description The reason of the failure. */
            problem: string | null;
        };
        /** @description The changes to come by their time, then the last ones that are over. */
        AnnouncedChangeList: {
            /** @description The announced changes. */
            data: components["schemas"]["AnnouncedChange"][];
        };
        /**
         * @description A change and its time.
         * @example {
         *       "change": {
         *         "operation": "updateField",
         *         "path": {
         *           "key": "roof_type"
         *         },
         *         "body": {
         *           "required": true
         *         }
         *       },
         *       "at": "2027-02-01T08:00:00.000Z",
         *       "note": "We can quote no roof that we do not know."
         *     }
         */
        AnnouncedChangeCreate: {
            change: components["schemas"]["PlannedChange"];
            /**
             * Format: date-time
             * @description Time at which it takes effect by itself.
             */
            at: string;
            /**
             * Format: text
             * @description A note for vendors. Their documents show it.
             */
            note?: string | null;
        };
        /**
         * @description The new time or note. A property that is left out stays as it is.
         * @example {
         *       "at": "2027-03-01T08:00:00.000Z"
         *     }
         */
        AnnouncedChangeUpdate: {
            /**
             * Format: date-time
             * @description Time at which it takes effect by itself.
             */
            at?: string;
            /**
             * Format: text
             * @description A note for vendors.
             */
            note?: string | null;
        };
        /**
         * @description The planned change.
         * @example {
         *       "change": {
         *         "operation": "updateField",
         *         "path": {
         *           "key": "roof_type"
         *         },
         *         "body": {
         *           "required": true
         *         }
         *       }
         *     }
         */
        ChangePreview: {
            change: components["schemas"]["PlannedChange"];
        };
        /** @description A reason why requests would be refused. */
        Reason: {
            /** @description The `operationId` of the requests. */
            operation: string;
            /** @description Where in the body (RFC 6901). */
            pointer: string | null;
            /** @description The parameter, if the value is one. */
            parameter: string | null;
            /** @description The mistake there, as in `errors` of a problem, or the code of the problem. */
            code: string;
            /**
             * Format: int64
             * @description Number of requests that it would refuse.
             */
            requests: number;
        };
        /** @description The effect of the change on one token. */
        TokenImpact: {
            /** @description The token. */
            token: {
                /**
                 * Format: uuid
                 * @description Its id.
                 */
                id: string;
                /** @description Its name. */
                name: string;
                /**
                 * @description Its present state.
                 * @enum {string}
                 */
                state: "active" | "archived" | "paused" | "expired" | "revoked";
            };
            /** @description The changes in its document. */
            changes: components["schemas"]["DefinitionChange"][];
            /**
             * Format: int64
             * @description Number of its accepted requests of the last 7 days that were checked: at most the last 100, or the last 10 if the change concerns 1,000 tokens.
             */
            requests: number;
            /**
             * Format: int64
             * @description How many of them would be refused.
             */
            refused: number;
            /** @description The reasons, the most frequent first. */
            reasons: components["schemas"]["Reason"][];
        };
        /** @description The effects of a change on tokens. Nothing was changed. */
        Impact: {
            /** @description The differences that it makes, as a member sees them. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description The differences that it makes, part by part. If it changes nothing, this is empty and no revision would be made. */
            parts: components["schemas"]["PartChange"][];
            /** @description For `restoreRevision`: changes since that revision that are not restored, such as filters. Empty for other operations. */
            stays: components["schemas"]["PartChange"][];
            /**
             * Format: int64
             * @description Number of tokens that have sent requests which would be refused.
             */
            affected: number;
            /** @description The tokens whose documents change, or that have sent requests which would be refused; those with the most refused requests first. */
            tokens: components["schemas"]["TokenImpact"][];
        };
        /**
         * @description The type of the field's values.
         * @enum {string}
         */
        FieldType: "text" | "long_text" | "email" | "phone" | "url" | "integer" | "number" | "boolean" | "date" | "time" | "datetime" | "select" | "multi_select";
        /**
         * @description A field of the campaign.
         * @example {
         *       "key": "zip",
         *       "type": "text",
         *       "label": "Postal code",
         *       "description": "Four digits.",
         *       "required": true,
         *       "searchable": true,
         *       "search_state": {
         *         "state": "ready",
         *         "filled_to": null
         *       },
         *       "select": null,
         *       "min": null,
         *       "max": null,
         *       "max_length": 4,
         *       "pattern": "^[0-9]{4}$",
         *       "default": null
         *     }
         */
        Field: {
            /** @description API name of the field, its key under `fields` of a lead. */
            key: string;
            type: components["schemas"]["FieldType"];
            /** @description Its name, for people. */
            label: string;
            /** @description A note for vendors. */
            description: string | null;
            /** @description Whether a lead must have it. */
            required: boolean;
            /** @description Whether lists of leads can be filtered by it. */
            searchable: boolean;
            /** @description Whether an index of the field serves lists and filters; `null` without an index. While it is `filling`, lists and filters still work, only slower. */
            search_state: {
                /**
                 * @description Whether every lead is in the index.
                 * @enum {string}
                 */
                state: "filling" | "ready";
                /**
                 * Format: date-time
                 * @description While filling: leads created up to this time are in the index; `null` if no lead is in it yet.
                 */
                filled_to: string | null;
            } | null;
            /** @description Key of the select that has its options. */
            select: string | null;
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
             * @description Maximum length in characters, if smaller than the type's own.
             */
            max_length: number | null;
            /** @description A regular expression (ECMA-262) that values must match. */
            pattern: string | null;
            /** @description The value that an empty field gets when a lead is created. */
            default: string | number | boolean | string[] | null;
        };
        /** @description A name for programs. It never changes, and cannot be used again once the thing is gone. */
        Key: string;
        /**
         * @description An option to create. It is added after the existing options.
         * @example {
         *       "label": "Vendor XYZ"
         *     }
         */
        OptionCreate: {
            /** @description Made from the label if left out. */
            value?: string;
            label: components["schemas"]["Label"];
        };
        /** @description Longer text for people; `null` for no text. */
        Description: string | null;
        /**
         * Format: double
         * @description A number, for `integer` and `number`; `null` for no bound.
         */
        Bound: number | null;
        /** @description The value that an empty field gets when a lead is created; `null` for no default. It must be allowed in the field. */
        FieldDefault: string | number | boolean | string[] | null;
        /**
         * @description A field to create. It is added after the existing fields.
         * @example {
         *       "key": "zip",
         *       "label": "Postal code",
         *       "type": "text",
         *       "required": true,
         *       "max_length": 4,
         *       "pattern": "^[0-9]{4}$"
         *     }
         */
        FieldCreate: {
            key: components["schemas"]["Key"];
            label: components["schemas"]["Label"];
            type: components["schemas"]["FieldType"];
            /** @description Not required if left out. */
            required?: boolean;
            /** @description Key of a select. The types `select` and `multi_select` need either this or `options`; other types take neither. */
            select?: string | null;
            /** @description Options for a new select, in order. The select gets the field's name, and its key if that key is free. */
            options?: components["schemas"]["OptionCreate"][];
            /** @description If left out, only a `select` is filterable. */
            searchable?: boolean;
            description?: components["schemas"]["Description"];
            min?: components["schemas"]["Bound"];
            max?: components["schemas"]["Bound"];
            /**
             * Format: text
             * @description Only for `text`: a regular expression that can be evaluated in linear time.
             */
            pattern?: string | null;
            /**
             * Format: int64
             * @description For `text`, `long_text`, `email` and `url`: the maximum length.
             */
            max_length?: number | null;
            default?: components["schemas"]["FieldDefault"];
        };
        /**
         * @description The keys of all fields, each once, in the order in which people see them.
         * @example {
         *       "keys": [
         *         "name",
         *         "email",
         *         "zip"
         *       ]
         *     }
         */
        FieldOrder: {
            /** @description Every field's key. */
            keys: string[];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is. Key, type and select never change.
         * @example {
         *       "label": "Postcode",
         *       "required": false
         *     }
         */
        FieldUpdate: {
            label?: components["schemas"]["Label"];
            /** @description Whether a lead must have it. */
            required?: boolean;
            /** @description Whether lists of leads can be filtered by it. */
            searchable?: boolean;
            description?: components["schemas"]["Description"];
            min?: components["schemas"]["Bound"];
            max?: components["schemas"]["Bound"];
            /**
             * Format: text
             * @description Only for `text`; `null` for no pattern.
             */
            pattern?: string | null;
            /**
             * Format: int64
             * @description Maximum length in characters; `null` for the type's own.
             */
            max_length?: number | null;
            default?: components["schemas"]["FieldDefault"];
        };
        /**
         * @description An option of a select.
         * @example {
         *       "value": "vendor-xyz",
         *       "label": "Vendor XYZ",
         *       "archived": false
         *     }
         */
        Option: {
            /** @description The value that leads have. */
            value: string;
            /** @description Its name, for people. */
            label: string;
            /** @description Whether it is no longer offered. Leads that have it keep it. */
            archived: boolean;
        };
        /**
         * @description A list of options that fields offer.
         * @example {
         *       "key": "source",
         *       "label": "Source",
         *       "options": [
         *         {
         *           "value": "vendor-xyz",
         *           "label": "Vendor XYZ",
         *           "archived": false
         *         }
         *       ]
         *     }
         */
        Select: {
            /** @description Its key. */
            key: string;
            /** @description Its name, for people. */
            label: string;
            /** @description Its options in order, including archived ones. */
            options: components["schemas"]["Option"][];
        };
        /**
         * @description A select to create.
         * @example {
         *       "key": "source",
         *       "label": "Source",
         *       "options": [
         *         {
         *           "label": "Website"
         *         },
         *         {
         *           "value": "vendor-xyz",
         *           "label": "Vendor XYZ"
         *         }
         *       ]
         *     }
         */
        SelectCreate: {
            key: components["schemas"]["Key"];
            label: components["schemas"]["Label"];
            /** @description Its options in order. The select starts empty if this is left out. */
            options?: components["schemas"]["OptionCreate"][];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "label": "Lead source"
         *     }
         */
        SelectUpdate: {
            label?: components["schemas"]["Label"];
        };
        /**
         * @description Options to create, in order.
         * @example {
         *       "options": [
         *         {
         *           "label": "Website"
         *         },
         *         {
         *           "value": "vendor-xyz",
         *           "label": "Vendor XYZ"
         *         }
         *       ]
         *     }
         */
        OptionsCreate: {
            /** @description The options. */
            options: components["schemas"]["OptionCreate"][];
        };
        /**
         * @description The values of all options, including archived ones, each once, in the order in which people see them.
         * @example {
         *       "values": [
         *         "website",
         *         "vendor-xyz"
         *       ]
         *     }
         */
        OptionOrder: {
            /** @description Every option's value. */
            values: string[];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "archived": false
         *     }
         */
        OptionUpdate: {
            label?: components["schemas"]["Label"];
            /** @description `false` offers an archived option again. To archive an option, delete it. */
            archived?: boolean;
        };
        /**
         * @description The meaning of the status for a lead.
         * @enum {string}
         */
        StatusCategory: "open" | "won" | "lost";
        /**
         * @description A status that leads can have.
         * @example {
         *       "key": "contacted",
         *       "label": "Contacted",
         *       "category": "open",
         *       "is_default": false
         *     }
         */
        Status: {
            /** @description The value that leads have. */
            key: string;
            /** @description Its name, for people. */
            label: string;
            category: components["schemas"]["StatusCategory"];
            /** @description Whether new leads get it. Exactly one status is the default. */
            is_default: boolean;
        };
        /**
         * @description A status to create. It is added after the existing statuses.
         * @example {
         *       "key": "contacted",
         *       "label": "Contacted",
         *       "category": "open"
         *     }
         */
        StatusCreate: {
            key: components["schemas"]["Key"];
            label: components["schemas"]["Label"];
            category: components["schemas"]["StatusCategory"];
            /** @description `true` makes this status the default in place of the current one. Not the default if left out. */
            is_default?: boolean;
        };
        /**
         * @description The keys of all statuses, each once, in the order in which people see them.
         * @example {
         *       "keys": [
         *         "new",
         *         "contacted",
         *         "won"
         *       ]
         *     }
         */
        StatusOrder: {
            /** @description Every status's key. */
            keys: string[];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "is_default": true
         *     }
         */
        StatusUpdate: {
            label?: components["schemas"]["Label"];
            category?: components["schemas"]["StatusCategory"];
            /** @description `true` makes this status the default in place of the current one. To take it from the default, make another status the default. */
            is_default?: boolean;
        };
        /** @description The duplicate check: when a new lead counts as a duplicate of an existing one, and what happens then. */
        DuplicateRule: {
            /** @description Keys of the fields to compare, except fields with several values. Texts are compared without regard to case and to spaces around them. An empty value never matches. */
            fields: string[];
            /**
             * @description Whether one equal field is enough, or all fields must be equal.
             * @enum {string}
             */
            match: "any" | "all";
            /**
             * Format: int64
             * @description Number of days to look back, by the time of creation; `null` for no limit.
             */
            within_days: number | null;
            /**
             * @description `reject` answers a duplicate with 409 `duplicate_lead`; `flag` stores it with a mark (`duplicate_of`).
             * @enum {string}
             */
            action: "reject" | "flag";
            /**
             * @description `visible` compares with the leads that the token sees; a duplicate of any other lead is accepted and marked for you. `campaign` compares with all leads: a vendor then learns that a lead exists which it does not see, and learns no more than that. Its document says so.
             * @enum {string}
             */
            reach: "visible" | "campaign";
            /**
             * @description While it is `filling`, older leads may not be found.
             * @enum {string}
             */
            state: "filling" | "ready";
        };
        /** @description The duplicate check: when a new lead counts as a duplicate of an existing one, and what happens then. */
        DuplicateRuleInput: {
            /** @description Keys of the fields to compare, except fields with several values. Texts are compared without regard to case and to spaces around them. An empty value never matches. */
            fields: string[];
            /**
             * @description Whether one equal field is enough, or all fields must be equal.
             * @enum {string}
             */
            match: "any" | "all";
            /**
             * Format: int64
             * @description Number of days to look back, by the time of creation; `null` for no limit.
             */
            within_days?: number | null;
            /**
             * @description `reject` answers a duplicate with 409 `duplicate_lead`; `flag` stores it with a mark (`duplicate_of`).
             * @enum {string}
             */
            action: "reject" | "flag";
            /**
             * @description `visible` compares with the leads that the token sees; a duplicate of any other lead is accepted and marked for you. `campaign` compares with all leads: a vendor then learns that a lead exists which it does not see, and learns no more than that. Its document says so.
             * @enum {string}
             */
            reach: "visible" | "campaign";
        };
        /**
         * @description A tree of comparisons.
         * @example {
         *       "all": [
         *         {
         *           "path": "fields.source",
         *           "op": "eq",
         *           "value": "vendor-xyz"
         *         }
         *       ]
         *     }
         */
        Condition: {
            /** @description The parts. */
            all: components["schemas"]["Condition"][];
        } | {
            /** @description The parts. */
            any: components["schemas"]["Condition"][];
        } | {
            not: components["schemas"]["Condition"];
        } | {
            /** @description `status`, `created_at`, `external_id`, or `fields.` and the key of a field. */
            path: string;
            /**
             * @description The comparison; the type of the path decides which ones there are.
             * @enum {string}
             */
            op: "eq" | "neq" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "is_empty" | "is_not_empty";
            /** @description A list for `in` and `not_in`, absent for `is_empty` and `is_not_empty`. */
            value?: (string | number | boolean) | (string | number | boolean)[];
        };
        /** @description A saved condition. Tokens can be tied to it. */
        Filter: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name, unique in the campaign. */
            name: string;
            condition: components["schemas"]["Condition"];
            /** @description The condition in words, with the campaign's labels. */
            summary: string;
            /** @description The tokens tied to it, without revoked ones. */
            tokens: components["schemas"]["TiedToken"][];
        };
        /**
         * @description A condition: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, or a comparison `{"path": "fields.source", "op": "eq", "value": "vendor-xyz"}`, with at most 200 parts, 10 levels deep. Paths are `status`, `created_at`, `external_id`, and `fields.` with the key of a field. Operators are `eq`, `neq`, `in`, `not_in`, `gt`, `gte`, `lt`, `lte`, `contains`, `starts_with`, `is_empty` and `is_not_empty`, if the type has them. Text is compared by code point. Every wrong part is reported, with its pointer.
         * @example {
         *       "all": [
         *         {
         *           "path": "fields.source",
         *           "op": "eq",
         *           "value": "vendor-xyz"
         *         }
         *       ]
         *     }
         */
        ConditionInput: {
            [key: string]: unknown;
        };
        /**
         * @description A filter to create.
         * @example {
         *       "name": "Vendor XYZ",
         *       "condition": {
         *         "path": "fields.source",
         *         "op": "eq",
         *         "value": "vendor-xyz"
         *       }
         *     }
         */
        FilterCreate: {
            name: components["schemas"]["Label"];
            condition: components["schemas"]["ConditionInput"];
        };
        /**
         * @description A condition that is not saved.
         * @example {
         *       "condition": {
         *         "path": "fields.source",
         *         "op": "eq",
         *         "value": "vendor-xyz"
         *       }
         *     }
         */
        PreviewRequest: {
            condition: components["schemas"]["ConditionInput"];
        };
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
        /** @description The leads that the condition matches now. */
        Preview: {
            /** @description The condition in words, with the campaign's labels. */
            summary: string;
            /**
             * Format: int64
             * @description Number of matching leads, counted up to 10,000.
             */
            matching: number;
            /** @description Whether `matching` is exact; `false` above 10,000. */
            exact: boolean;
            /** @description Some matching leads, newest first. */
            sample: components["schemas"]["Lead"][];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "name": "Vendor XYZ (Jutland)"
         *     }
         */
        FilterUpdate: {
            name?: components["schemas"]["Label"];
            condition?: components["schemas"]["ConditionInput"];
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
        /**
         * @description The number of leads in a list.
         * @example {
         *       "count": 1234,
         *       "exact": true
         *     }
         */
        MemberLeadCount: {
            /**
             * Format: int64
             * @description The leads that were counted.
             */
            count: number;
            /** @description `false` when counting stopped before the end: there may be more. */
            exact: boolean;
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
        /**
         * @description Whether the token may only read, or also write.
         * @enum {string}
         */
        Permission: "read" | "read_write";
        /** @description A replaced secret that is accepted for a while longer. */
        PreviousSecret: {
            /** @description The start of it. */
            prefix: string;
            /**
             * Format: date-time
             * @description Time from which it is refused.
             */
            valid_until: string;
            /**
             * Format: date-time
             * @description Time of its last use, exact to the minute; `null` for never.
             */
            last_used_at: string | null;
        };
        /** @description Limits of this token. `null` for the limits of the installation, 0 for no limit. */
        RateLimit: {
            /**
             * Format: int64
             * @description Requests a minute.
             */
            requests_per_minute: number | null;
            /**
             * Format: int64
             * @description Leads written a minute.
             */
            writes_per_minute: number | null;
        };
        /**
         * @description An API token, without its secret.
         * @example {
         *       "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81",
         *       "name": "Vendor XYZ",
         *       "scope": "filter",
         *       "campaign": "solar-dk",
         *       "permission": "read_write",
         *       "filter": {
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80",
         *         "name": "Vendor XYZ"
         *       },
         *       "summary": "Reads and writes leads whose Source is Vendor XYZ; Source is filled in.",
         *       "prefix": "lsp_4fT9zQ",
         *       "previous_secret": {
         *         "prefix": "lsp_9kLm2x",
         *         "valid_until": "2026-11-30T10:15:30.123Z",
         *         "last_used_at": "2026-11-23T11:02:00.004Z"
         *       },
         *       "docs_url": "https://leads.example.org/docs/mzxw6ytboi4dqnzqgezdgnbvgy",
         *       "state": "active",
         *       "rate_limit": null,
         *       "notes": null,
         *       "created_by": {
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82",
         *         "name": "Olivia Owner"
         *       },
         *       "created_at": "2026-11-23T10:15:30.123Z",
         *       "last_used_at": null,
         *       "expires_at": null
         *     }
         */
        Token: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name, for people. */
            name: string;
            /**
             * @description Its reach: every campaign, one campaign, or the leads of one filter.
             * @enum {string}
             */
            scope: "account" | "campaign" | "filter";
            /** @description Slug of its campaign; `null` for a token of the account. */
            campaign: string | null;
            permission: components["schemas"]["Permission"];
            /** @description The filter that it is tied to. A token with the scope `filter` and no filter matches nothing. */
            filter: components["schemas"]["Named"] | null;
            /** @description Its rights, in a sentence. */
            summary: string;
            /** @description The start of its secret, to recognise it. */
            prefix: string;
            /** @description The secret that the last rotation replaced, while it is still accepted; otherwise `null`. */
            previous_secret: components["schemas"]["PreviousSecret"] | null;
            /**
             * Format: uri
             * @description Address of its public documentation. It is not a secret that opens anything.
             */
            docs_url: string;
            /**
             * @description Only an active token is accepted. With `archived`, its campaign is archived.
             * @enum {string}
             */
            state: "active" | "archived" | "paused" | "expired" | "revoked";
            /** @description Limits of this token; `null` if the installation's limits hold. */
            rate_limit: components["schemas"]["RateLimit"] | null;
            /** @description Notes for its vendor, in Markdown as written; `null` without notes. */
            notes: string | null;
            /** @description The member who created it; `null` for the system. */
            created_by: components["schemas"]["Named"] | null;
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of its last use, exact to the minute.
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description Time from which it is refused.
             */
            expires_at: string | null;
        };
        /**
         * Format: date-time
         * @description Time from which the token is refused, from the year 1000 to 2999; `null` or left out for never.
         */
        ExpiresAt: string | null;
        /** @description Limits of this token. 0 for no limit; `null` or left out for the limits of the installation. */
        RateLimitInput: {
            /**
             * Format: int64
             * @description Requests a minute.
             */
            requests_per_minute?: number | null;
            /**
             * Format: int64
             * @description Leads written a minute.
             */
            writes_per_minute?: number | null;
        } | null;
        /**
         * @description A token to create, for the leads of one filter or of the whole campaign.
         * @example {
         *       "name": "Vendor XYZ",
         *       "permission": "read_write",
         *       "filter_id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80"
         *     }
         */
        CampaignTokenCreate: {
            name: components["schemas"]["Label"];
            permission: components["schemas"]["Permission"];
            /**
             * Format: uuid
             * @description Id of a filter of the campaign. Without it, the token reaches every lead of the campaign.
             */
            filter_id?: string | null;
            expires_at?: components["schemas"]["ExpiresAt"];
            rate_limit?: components["schemas"]["RateLimitInput"];
            notes?: components["schemas"]["Notes"];
        };
        /**
         * @description A day, in UTC.
         * @example {
         *       "date": "2026-11-23",
         *       "accepted": 120,
         *       "refused": 3
         *     }
         */
        DayOfUse: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /**
             * Format: int64
             * @description Requests that were carried out.
             */
            accepted: number;
            /**
             * Format: int64
             * @description Requests that were refused for any reason.
             */
            refused: number;
        };
        /** @description How much a token was used, day by day. */
        TokenUsage: {
            /**
             * Format: uuid
             * @description Id of the token.
             */
            token_id: string;
            /** @description Its name, for people. */
            name: string;
            /**
             * @description Its reach: every campaign, one campaign, or the leads of one filter.
             * @enum {string}
             */
            scope: "account" | "campaign" | "filter";
            /**
             * @description Only an active token is accepted. With `archived`, its campaign is archived.
             * @enum {string}
             */
            state: "active" | "archived" | "paused" | "expired" | "revoked";
            /** @description Each day of the period, today last. */
            days: components["schemas"]["DayOfUse"][];
        };
        /**
         * @description The field that vendors are identified by, if the campaign does not have it yet. It gets the type `select` and is filterable.
         * @example {
         *       "label": "Source"
         *     }
         */
        VendorField: {
            label: components["schemas"]["Label"];
            /** @description Made from the label if left out. */
            key?: string;
            /** @description Key of the select whose options it offers. If this is left out, a select of the same name is made. */
            select?: string;
        };
        /**
         * @description A vendor to add. Either `field` or `new_field` names the field that vendors are identified by.
         * @example {
         *       "label": "Vendor XYZ",
         *       "field": "source",
         *       "permission": "read_write"
         *     }
         */
        VendorCreate: {
            label: components["schemas"]["Label"];
            /** @description Key of the field that vendors are identified by, of the type `select`. */
            field?: string;
            new_field?: components["schemas"]["VendorField"];
            /** @description Value of an existing option; an archived option is offered again. If this is left out, an option is made from the label. */
            option?: string;
            permission: components["schemas"]["Permission"];
            expires_at?: components["schemas"]["ExpiresAt"];
        };
        /** @description The vendor's option, filter and token. `revealToken` shows the token's secret. */
        Vendor: {
            field: components["schemas"]["Field"];
            option: components["schemas"]["Option"];
            filter: components["schemas"]["Filter"];
            token: components["schemas"]["Token"];
        };
        /**
         * @description A token to create that reaches every campaign of the account, including campaigns that are created later.
         * @example {
         *       "name": "Data warehouse",
         *       "permission": "read"
         *     }
         */
        AccountTokenCreate: {
            name: components["schemas"]["Label"];
            permission: components["schemas"]["Permission"];
            expires_at?: components["schemas"]["ExpiresAt"];
            rate_limit?: components["schemas"]["RateLimitInput"];
            notes?: components["schemas"]["Notes"];
        };
        /**
         * @description The changes. Every property that the body does not name stays as it is.
         * @example {
         *       "paused": true
         *     }
         */
        TokenUpdate: {
            name?: components["schemas"]["Label"];
            permission?: components["schemas"]["Permission"];
            /**
             * Format: uuid
             * @description Another filter of the token's campaign. A token of the whole campaign can be tied to a filter. A token that is tied to a filter cannot be made wider again, so `null` is refused for it.
             */
            filter_id?: string | null;
            expires_at?: components["schemas"]["ExpiresAt"];
            rate_limit?: components["schemas"]["RateLimitInput"];
            notes?: components["schemas"]["Notes"];
            /** @description Whether it is refused for now. */
            paused?: boolean;
        };
        /** @description The token's secret. Anybody who has it can use the token. */
        Secret: {
            /** @description The value to send in the header `Authorization: Bearer lsp_…`. */
            secret: string;
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
        /** @description One request and its status. */
        TokenRequest: {
            /**
             * Format: date-time
             * @description Time of arrival, in UTC with milliseconds.
             */
            at: string;
            /** @description Slug of the campaign. */
            campaign: string;
            /** @description The `operationId` in the Lead API; `null` if no operation has this address and method. */
            operation: string | null;
            /**
             * Format: int64
             * @description The HTTP status of the response.
             */
            status: number;
            /** @description The problem's `code`; `null` where there was no problem. */
            code: string | null;
            /** @description The mistakes in the input, at most 20. Empty if there was no mistake. */
            errors: components["schemas"]["LoggedError"][];
            /**
             * Format: uuid
             * @description Id of the lead that it wrote, or of the first if it wrote several; `null` if it wrote no lead. For each token, only the first 100 requests of a second have it.
             */
            lead: string | null;
            /** @description The request id, the response's `X-Request-Id`. */
            request_id: string;
            /**
             * Format: int64
             * @description Milliseconds from the request to the end of its response.
             */
            duration_ms: number;
        };
        /** @description One page of the requests of a token, and the cursor of the next page. */
        TokenRequestList: {
            /** @description The requests of this page, newest first. */
            data: components["schemas"]["TokenRequest"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description When the old secret ends.
         * @example {
         *       "grace_seconds": 3600
         *     }
         */
        RotateRequest: {
            /**
             * Format: int64
             * @description Seconds for which the old secret stays valid, at most 7 days. It ends at once if this is 0 or left out.
             */
            grace_seconds?: number;
        };
        /**
         * @description The action: the kind of thing and a verb. Later versions may add actions.
         * @enum {string}
         */
        AuditAction: "account.create" | "account.update" | "member.create" | "member.invite" | "member.accept_invitation" | "member.update" | "member.remove" | "member.reset_password" | "session.create" | "session.change_password" | "session.end" | "campaign.create" | "campaign.update" | "campaign.archive" | "campaign.unarchive" | "campaign.delete" | "campaign.restore" | "campaign.announce_change" | "campaign.move_change" | "campaign.withdraw_change" | "campaign.fail_change" | "field.create" | "field.update" | "field.delete" | "field.order" | "select.create" | "select.update" | "select.add_options" | "select.order_options" | "option.create" | "option.update" | "option.archive" | "status.create" | "status.update" | "status.delete" | "status.order" | "duplicate_rule.update" | "filter.create" | "filter.update" | "filter.delete" | "vendor.create" | "token.create" | "token.update" | "token.pause" | "token.resume" | "token.reveal" | "token.rotate" | "token.end_previous_secret" | "token.rotate_docs_url" | "token.revoke" | "lead.create" | "lead.update" | "lead.delete" | "lead.export";
        /**
         * @description The kind of thing that the action was done to. Later versions may add kinds.
         * @enum {string}
         */
        AuditObjectKind: "account" | "member" | "campaign" | "field" | "select" | "option" | "status" | "duplicate_rule" | "filter" | "vendor" | "token" | "lead";
        /**
         * @description One action.
         * @example {
         *       "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a90",
         *       "at": "2026-11-23T10:15:30.123Z",
         *       "actor": {
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82",
         *         "name": "Olivia Owner",
         *         "kind": "member"
         *       },
         *       "action": "token.reveal",
         *       "object": {
         *         "kind": "token",
         *         "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81",
         *         "name": "Vendor XYZ",
         *         "exists": true
         *       },
         *       "campaign": "solar-dk",
         *       "campaign_name": "Solar DK",
         *       "details": {},
         *       "address": "192.0.2.7"
         *     }
         */
        AuditEntry: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /**
             * Format: date-time
             * @description Time of the action.
             */
            at: string;
            /** @description The person or command that did it. */
            actor: {
                /**
                 * Format: uuid
                 * @description Id of the member; `null` for the system.
                 */
                id: string | null;
                /** @description The member's name at that time; `null` for the system. */
                name: string | null;
                /**
                 * @description A member, or a command of the person who runs the installation.
                 * @enum {string}
                 */
                kind: "member" | "system";
            };
            action: components["schemas"]["AuditAction"];
            /** @description The thing that it was done to. */
            object: {
                kind: components["schemas"]["AuditObjectKind"];
                /** @description Its id, key, value or slug. */
                id: string | null;
                /** @description Its name or label at that time; `null` for a lead. */
                name: string | null;
                /** @description Whether it still exists. */
                exists: boolean;
            };
            /** @description Slug of its campaign; `null` without a campaign. */
            campaign: string | null;
            /** @description The campaign's current name; `null` without a campaign, or if the campaign was deleted. */
            campaign_name: string | null;
            /** @description Details of the action, such as the changed properties. They never have a secret or a value of a lead. */
            details: {
                [key: string]: unknown;
            };
            /** @description Address of the client; `null` for the system. */
            address: string | null;
        };
        /**
         * @description Entries, newest first.
         * @example {
         *       "data": [
         *         {
         *           "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a90",
         *           "at": "2026-11-23T10:15:30.123Z",
         *           "actor": {
         *             "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82",
         *             "name": "Olivia Owner",
         *             "kind": "member"
         *           },
         *           "action": "token.reveal",
         *           "object": {
         *             "kind": "token",
         *             "id": "0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81",
         *             "name": "Vendor XYZ",
         *             "exists": true
         *           },
         *           "campaign": "solar-dk",
         *           "campaign_name": "Solar DK",
         *           "details": {},
         *           "address": "192.0.2.7"
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        AuditPage: {
            /** @description The entries. */
            data: components["schemas"]["AuditEntry"][];
            /** @description Cursor of the next page; `null` on the last one. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request cannot be read; `code` is `malformed_body`, `invalid_parameter`, `invalid_header` or, for lists with pages, `invalid_cursor`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The session is missing or has ended; `code` is `not_signed_in`. An API token does not stand for a session. */
        NotSignedIn: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
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
        /** @description The `Accept` header excludes JSON; `code` is `not_acceptable`. */
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
        /** @description There were too many wrong passwords for this member or from this address (`rate_limited`), or too many requests run at the same time (`too_many_in_flight`). */
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
        /** @description No member has this e-mail address and this password; `code` is `wrong_credentials`. */
        WrongCredentials: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A page of another origin sent the request; `code` is `cross_origin`. */
        CrossOrigin: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large; `code` is `body_too_large`. The limits are 1 MiB and 50,000 values for a body, 10,000 entries for a list, and 5,000 members for an object. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Content-Type` or `Content-Encoding` is not supported; `code` is `unsupported_media_type`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One or more values are missing, unknown or not allowed; `code` is `invalid_request`, and `errors` lists every one. Nothing was changed. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You are not signed in (`not_signed_in`), or the password is wrong (`wrong_credentials`). */
        WrongPassword: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your account does not have it; `code` is `not_found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your role does not allow it (`insufficient_role`), or a page of another origin sent the request (`cross_origin`). */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A member of this or another account has the e-mail address; `code` is `already_exists`. */
        EmailTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The member is the last owner who can sign in; `code` is `last_owner`. Nothing was changed. */
        LastOwner: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The invitation does not exist any more: it was accepted, replaced or withdrawn, or it has expired; `code` is `not_found`. */
        NoInvitation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists, or existed and its key cannot be used again (`already_exists`); or the definition has changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        AlreadyExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The definition has changed since the revision in `If-Match`; `code` is `stale`. Nothing was changed. */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Other things depend on it (`in_use`): `used_by` names the filters and tokens, `leads` counts the leads. Or the definition has changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        InUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The operation itself would be refused: the thing exists already (`already_exists`), or other things depend on it (`in_use`, with `used_by`). Or the definition has changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another lead has the `external_id` (`external_id_taken`), the lead is a duplicate (`duplicate_lead`), or the first request with this `Idempotency-Key` is still running (`idempotency_in_progress`). */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request repeats a write whose lead was deleted in the meantime; `code` is `lead_erased`. */
        Erased: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The lead does not fit the campaign (`invalid_lead`), or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). */
        InvalidLead: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `If-Match` or `If-None-Match` does not hold; `code` is `precondition_failed`. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your role does not allow it (`insufficient_role`), the last sign-in or confirmation is more than 15 minutes old (`confirmation_required`), or a page of another origin sent the request (`cross_origin`). */
        ForbiddenSecret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the session.
         * @example 5b0c2f1e-7a49-4f0e-8d0a-3c9a1b6e2f77
         */
        SessionIdParam: string;
        /**
         * @description Id of the member.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
         */
        MemberIdParam: string;
        /**
         * @description The last part of the link.
         * @example q1XkqO0sM2v3nB8yJt5rWcZ7aLdE4fHgPuIoKmNbVxs
         */
        InvitationSecretParam: string;
        /** @description The campaigns to list. */
        CampaignStateParam: "active" | "archived" | "all";
        /**
         * @description Slug of the campaign.
         * @example solar-dk
         */
        SlugParam: string;
        /**
         * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
         * @example "7"
         */
        IfMatchParam: string;
        /**
         * @description Key of a field.
         * @example source
         */
        DependentFieldParam: string;
        /** @description Key of a select, together with `option`. */
        DependentSelectParam: string;
        /** @description Value of an option of `select`. */
        DependentOptionParam: string;
        /** @description Key of a status. */
        DependentStatusParam: string;
        /** @description Id of a filter. */
        DependentFilterParam: string;
        /**
         * @description Words to search for, in any order and case. A revision is listed if its number, its author's name, or the sentences and classes of its changes have all of them. One request looks through at most 100 revisions, so a page may have fewer than `limit`, even zero, and still have a `next_cursor`.
         * @example zip required
         */
        RevisionSearchParam: string;
        /**
         * @description Revisions on a page. Default: 20.
         * @example 20
         */
        RevisionLimitParam: number;
        /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
        CursorParam: string;
        /**
         * @description Number of the revision.
         * @example 7
         */
        RevisionNumberParam: number;
        /**
         * @description Number of the revision to compare with, older or newer.
         * @example 5
         */
        WithParam: number;
        /** @description `true`: remove it although filters use it. Tokens with these filters can still read. If the filter asks for the removed thing, they cannot create leads (403 `scope_closed`). */
        ForceParam: boolean;
        /**
         * @description Id of the announced change.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        AnnouncedChangeIdParam: string;
        /**
         * @description Key of the field.
         * @example zip
         */
        FieldKeyParam: string;
        /**
         * @description Key of the select.
         * @example source
         */
        SelectKeyParam: string;
        /**
         * @description Value of the option.
         * @example vendor-xyz
         */
        OptionValueParam: string;
        /**
         * @description Key of the status.
         * @example contacted
         */
        StatusKeyParam: string;
        /**
         * @description Key of the status that leads with the removed status get.
         * @example contacted
         */
        MoveToParam: string;
        /**
         * @description Id of the filter.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        FilterIdParam: string;
        /** @description `true`: remove it although tokens use it; those tokens then match nothing. */
        ForceFilterParam: boolean;
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
        /** @description `true`: count to the end, for up to ten seconds. */
        ExactlyParam: boolean;
        /** @description `true`: a file for spreadsheets, with a byte order mark and with the separator and decimal sign of your settings (`updateSession`). Its times are in your time zone, or in UTC if you have not set one, and look like `2026-11-30 14:05:09`, which spreadsheets recognise. Otherwise the file has no mark, uses commas and decimal points, and has times as RFC 3339 in UTC. */
        SpreadsheetParam: boolean;
        /**
         * @description Id of the lead, a UUID.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        LeadIdParam: string;
        /**
         * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes.
         * @example "7"
         */
        LeadIfMatchParam: string;
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
         * @description Entries on a page. Default: 50.
         * @example 50
         */
        HistoryLimitParam: number;
        /** @description The number of days, including today. */
        DaysParam: number;
        /**
         * @description Id of the token.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
         */
        TokenIdParam: string;
        /**
         * @description Only accepted requests, refused ones (status 400 and above), or those that wrote a lead (`wrote`).
         * @example refused
         */
        OutcomeParam: "accepted" | "refused" | "wrote";
        /**
         * @description Entries on a page. Default: 50.
         * @example 50
         */
        RequestLimitParam: number;
        /**
         * @description Id of the member who acted.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
         */
        ActorParam: string;
        /**
         * @description The action.
         * @example token.reveal
         */
        ActionParam: components["schemas"]["AuditAction"];
        /**
         * @description The kind of thing.
         * @example token
         */
        ObjectKindParam: components["schemas"]["AuditObjectKind"];
        /**
         * @description The thing, by its `object.id`. Add `object_kind`, because things of different kinds can have equal keys.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
         */
        ObjectIdParam: string;
        /**
         * @description The campaign, by its slug.
         * @example solar-dk
         */
        AuditCampaignParam: string;
        /**
         * @description From this time on.
         * @example 2026-11-01T00:00:00Z
         */
        FromParam: string;
        /**
         * @description Before this time.
         * @example 2026-12-01T00:00:00Z
         */
        ToParam: string;
        /**
         * @description Entries on a page. Default: 50.
         * @example 50
         */
        AuditLimitParam: number;
        /**
         * @description `*` (RFC 9110, 13.1.1). Documents have weak tags and `If-Match` compares strongly, so any tag gets 412.
         * @example *
         */
        DocumentIfMatchParam: string;
        /**
         * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body.
         * @example W/"Zk3v0w9m1Q"
         */
        DocumentIfNoneMatchParam: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How to authenticate.
         * @example Session realm="leadspec"
         */
        ChallengeSession: string;
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
        /** @description The session, as the cookie `leadspec_session`. */
        SetCookie: string;
        /**
         * @description `no-store`: the response holds a secret, and no cache may keep it.
         * @example no-store
         */
        NoStore: string;
        /**
         * @description The campaign's revision, as a strong tag. Send it in `If-Match` when you change the definition.
         * @example "7"
         */
        RevisionETag: string;
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
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member who is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description E-mail address and password. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongCredentials"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionUpdate"];
            };
        };
        responses: {
            /** @description The member who is signed in, in the present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The current password and the new one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The password was changed. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongPassword"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your password. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description Confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["WrongPassword"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The sessions. */
                        data: components["schemas"]["OpenSession"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other sessions have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["CrossOrigin"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 5b0c2f1e-7a49-4f0e-8d0a-3c9a1b6e2f77
                 */
                id: components["parameters"]["SessionIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["CrossOrigin"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdate"];
            };
        };
        responses: {
            /** @description The account in its present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logo. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Logo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    setLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The logo. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogoInput"];
            };
        };
        responses: {
            /** @description The account in its present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The logo was removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The members. */
                        data: components["schemas"]["ListedMember"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The member. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberCreate"];
            };
        };
        responses: {
            /** @description The member, and the link. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["EmailTaken"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the member.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
                 */
                id: components["parameters"]["MemberIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member was removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["LastOwner"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the member.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
                 */
                id: components["parameters"]["MemberIdParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description The member in its present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["LastOwner"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the member.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
                 */
                id: components["parameters"]["MemberIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member, and the new link. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedMember"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The last part of the link.
                 * @example q1XkqO0sM2v3nB8yJt5rWcZ7aLdE4fHgPuIoKmNbVxs
                 */
                secret: components["parameters"]["InvitationSecretParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NoInvitation"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The last part of the link.
                 * @example q1XkqO0sM2v3nB8yJt5rWcZ7aLdE4fHgPuIoKmNbVxs
                 */
                secret: components["parameters"]["InvitationSecretParam"];
            };
            cookie?: never;
        };
        /** @description The password. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description The invitation was accepted, and you are signed in. */
            200: {
                headers: {
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["CrossOrigin"];
            404: components["responses"]["NoInvitation"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description The campaigns to list. */
                state?: components["parameters"]["CampaignStateParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaigns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The campaigns. */
                        data: components["schemas"]["Campaign"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The campaign. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignCreate"];
            };
        };
        responses: {
            /** @description The campaign. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    deleteCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignUpdate"];
            };
        };
        responses: {
            /** @description The campaign in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
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
    unarchiveCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
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
    listDependents: {
        parameters: {
            query?: {
                /**
                 * @description Key of a field.
                 * @example source
                 */
                field?: components["parameters"]["DependentFieldParam"];
                /** @description Key of a select, together with `option`. */
                select?: components["parameters"]["DependentSelectParam"];
                /** @description Value of an option of `select`. */
                option?: components["parameters"]["DependentOptionParam"];
                /** @description Key of a status. */
                status?: components["parameters"]["DependentStatusParam"];
                /** @description Id of a filter. */
                filter?: components["parameters"]["DependentFilterParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The things that depend on it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dependents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    listRevisions: {
        parameters: {
            query?: {
                /**
                 * @description Words to search for, in any order and case. A revision is listed if its number, its author's name, or the sentences and classes of its changes have all of them. One request looks through at most 100 revisions, so a page may have fewer than `limit`, even zero, and still have a `next_cursor`.
                 * @example zip required
                 */
                q?: components["parameters"]["RevisionSearchParam"];
                /**
                 * @description Revisions on a page. Default: 20.
                 * @example 20
                 */
                limit?: components["parameters"]["RevisionLimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of revisions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    getRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Number of the revision.
                 * @example 7
                 */
                revision: components["parameters"]["RevisionNumberParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    compareRevisions: {
        parameters: {
            query: {
                /**
                 * @description Number of the revision to compare with, older or newer.
                 * @example 5
                 */
                with: components["parameters"]["WithParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Number of the revision.
                 * @example 7
                 */
                revision: components["parameters"]["RevisionNumberParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    restoreRevision: {
        parameters: {
            query?: {
                /** @description `true`: remove it although filters use it. Tokens with these filters can still read. If the filter asks for the removed thing, they cannot create leads (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Number of the revision.
                 * @example 7
                 */
                revision: components["parameters"]["RevisionNumberParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new revision with its changes; the current revision if there was no difference. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InUse"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAnnouncedChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The announced changes. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedChangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    announceChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description A change and its time. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedChangeCreate"];
            };
        };
        responses: {
            /** @description The announced change. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Refused"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawAnnouncedChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Id of the announced change.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                id: components["parameters"]["AnnouncedChangeIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change was withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAnnouncedChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Id of the announced change.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                id: components["parameters"]["AnnouncedChangeIdParam"];
            };
            cookie?: never;
        };
        /** @description The new time or note. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedChangeUpdate"];
            };
        };
        responses: {
            /** @description The announced change in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncedChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePreview"];
            };
        };
        responses: {
            /** @description The effects of the change. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Refused"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The fields. */
                        data: components["schemas"]["Field"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createField: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The field. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldCreate"];
            };
        };
        responses: {
            /** @description The field. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    orderFields: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldOrder"];
            };
        };
        responses: {
            /** @description The fields in their new order. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The fields. */
                        data: components["schemas"]["Field"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteField: {
        parameters: {
            query?: {
                /** @description `true`: remove it although filters use it. Tokens with these filters can still read. If the filter asks for the removed thing, they cannot create leads (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the field.
                 * @example zip
                 */
                key: components["parameters"]["FieldKeyParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field was removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InUse"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateField: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the field.
                 * @example zip
                 */
                key: components["parameters"]["FieldKeyParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldUpdate"];
            };
        };
        responses: {
            /** @description The field in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSelects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The selects. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The selects. */
                        data: components["schemas"]["Select"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createSelect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The select. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectCreate"];
            };
        };
        responses: {
            /** @description The select. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Select"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSelect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectUpdate"];
            };
        };
        responses: {
            /** @description The select in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Select"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOption: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
            };
            cookie?: never;
        };
        /** @description The option. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionCreate"];
            };
        };
        responses: {
            /** @description The option. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
            };
            cookie?: never;
        };
        /** @description The options. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionsCreate"];
            };
        };
        responses: {
            /** @description The options that were created. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The options. */
                        data: components["schemas"]["Option"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    orderOptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
            };
            cookie?: never;
        };
        /** @description The order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionOrder"];
            };
        };
        responses: {
            /** @description The options in their new order. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The options. */
                        data: components["schemas"]["Option"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteOption: {
        parameters: {
            query?: {
                /** @description `true`: remove it although filters use it. Tokens with these filters can still read. If the filter asks for the removed thing, they cannot create leads (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
                /**
                 * @description Value of the option.
                 * @example vendor-xyz
                 */
                value: components["parameters"]["OptionValueParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The option was archived. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InUse"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateOption: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the select.
                 * @example source
                 */
                key: components["parameters"]["SelectKeyParam"];
                /**
                 * @description Value of the option.
                 * @example vendor-xyz
                 */
                value: components["parameters"]["OptionValueParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionUpdate"];
            };
        };
        responses: {
            /** @description The option in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Option"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statuses. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The statuses. */
                        data: components["schemas"]["Status"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The status. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusCreate"];
            };
        };
        responses: {
            /** @description The status. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    orderStatuses: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusOrder"];
            };
        };
        responses: {
            /** @description The statuses in their new order. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The statuses. */
                        data: components["schemas"]["Status"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteStatus: {
        parameters: {
            query?: {
                /** @description `true`: remove it although filters use it. Tokens with these filters can still read. If the filter asks for the removed thing, they cannot create leads (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
                /**
                 * @description Key of the status that leads with the removed status get.
                 * @example contacted
                 */
                move_to?: components["parameters"]["MoveToParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the status.
                 * @example contacted
                 */
                key: components["parameters"]["StatusKeyParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status was removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InUse"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Key of the status.
                 * @example contacted
                 */
                key: components["parameters"]["StatusKeyParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusUpdate"];
            };
        };
        responses: {
            /** @description The status in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDuplicateRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The duplicate check. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    setDuplicateRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The duplicate check. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateRuleInput"];
            };
        };
        responses: {
            /** @description The duplicate check in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateRule"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Stale"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFilters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filters. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The filters. */
                        data: components["schemas"]["Filter"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createFilter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The filter. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterCreate"];
            };
        };
        responses: {
            /** @description The filter. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewFilter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The condition. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description The leads that it matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["CrossOrigin"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFilter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Id of the filter.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                id: components["parameters"]["FilterIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filter. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    deleteFilter: {
        parameters: {
            query?: {
                /** @description `true`: remove it although tokens use it; those tokens then match nothing. */
                force?: components["parameters"]["ForceFilterParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Id of the filter.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                id: components["parameters"]["FilterIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filter was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InUse"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateFilter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
                /**
                 * @description Id of the filter.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
                 */
                id: components["parameters"]["FilterIdParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterUpdate"];
            };
        };
        responses: {
            /** @description The filter in its present state. */
            200: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filter"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
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
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leads. */
            200: {
                headers: {
                    /** @description `<…>; rel="next"`: the address of the next page (RFC 8288). Absent on the last page. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
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
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
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
                /** @description `true`: count to the end, for up to ten seconds. */
                exactly?: components["parameters"]["ExactlyParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
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
                    "application/json": components["schemas"]["MemberLeadCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
                /** @description `true`: a file for spreadsheets, with a byte order mark and with the separator and decimal sign of your settings (`updateSession`). Its times are in your time zone, or in UTC if you have not set one, and look like `2026-11-30 14:05:09`, which spreadsheets recognise. Otherwise the file has no mark, uses commas and decimal points, and has times as RFC 3339 in UTC. */
                spreadsheet?: components["parameters"]["SpreadsheetParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
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
            401: components["responses"]["NotSignedIn"];
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
    getLead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
                /**
                 * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body. A tag also changes with the document.
                 * @example "7-x3Kd0Q9a"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchReadParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
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
            401: components["responses"]["NotSignedIn"];
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
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
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
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
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
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["InvalidLead"];
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
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). If the lead is at another version, the response is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
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
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
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
                    /** @description Tag of the lead in its present state, for `If-Match` and `If-None-Match`. Absent in a dry run. */
                    ETag?: string;
                    "Dry-Run": components["headers"]["DryRun"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
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
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
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
            401: components["responses"]["NotSignedIn"];
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
    listCampaignTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The tokens. */
                        data: components["schemas"]["Token"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createCampaignToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignTokenCreate"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCampaignTokenUsage: {
        parameters: {
            query?: {
                /** @description The number of days, including today. */
                days?: components["parameters"]["DaysParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The use of each token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One entry for each token. */
                        data: components["schemas"]["TokenUsage"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    createVendor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the definition that you start from, several, or `*` (RFC 9110, 13.1.1). If the definition has changed since, the response is 409 `stale` and nothing is changed. Without this header, the change applies to the current definition.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatchParam"];
            };
            path: {
                /**
                 * @description Slug of the campaign.
                 * @example solar-dk
                 */
                slug: components["parameters"]["SlugParam"];
            };
            cookie?: never;
        };
        /** @description The vendor. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VendorCreate"];
            };
        };
        responses: {
            /** @description The vendor's option, filter and token. */
            201: {
                headers: {
                    ETag: components["headers"]["RevisionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vendor"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAccountTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The tokens. */
                        data: components["schemas"]["Token"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAccountToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountTokenCreate"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAccountTokenUsage: {
        parameters: {
            query?: {
                /** @description The number of days, including today. */
                days?: components["parameters"]["DaysParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The use of each token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One entry for each token. */
                        data: components["schemas"]["TokenUsage"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token was revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        /** @description The changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenUpdate"];
            };
        };
        responses: {
            /** @description The token in its present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewTokenChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        /** @description The change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenUpdate"];
            };
        };
        responses: {
            /** @description The effects of the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenImpact"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revealToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Secret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["ForbiddenSecret"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTokenRequests: {
        parameters: {
            query?: {
                /**
                 * @description Only accepted requests, refused ones (status 400 and above), or those that wrote a lead (`wrote`).
                 * @example refused
                 */
                outcome?: components["parameters"]["OutcomeParam"];
                /**
                 * @description Entries on a page. Default: 50.
                 * @example 50
                 */
                limit?: components["parameters"]["RequestLimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
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
                    "application/json": components["schemas"]["TokenRequestList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    rotateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        /** @description When the old secret ends. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateRequest"];
            };
        };
        responses: {
            /** @description The new secret. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Secret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["ForbiddenSecret"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    endPreviousSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token has only its current secret. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateDocsUrl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the token.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                id: components["parameters"]["TokenIdParam"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token with its new address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description Id of the member who acted.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
                 */
                actor?: components["parameters"]["ActorParam"];
                /**
                 * @description The action.
                 * @example token.reveal
                 */
                action?: components["parameters"]["ActionParam"];
                /**
                 * @description The kind of thing.
                 * @example token
                 */
                object_kind?: components["parameters"]["ObjectKindParam"];
                /**
                 * @description The thing, by its `object.id`. Add `object_kind`, because things of different kinds can have equal keys.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                object?: components["parameters"]["ObjectIdParam"];
                /**
                 * @description The campaign, by its slug.
                 * @example solar-dk
                 */
                campaign?: components["parameters"]["AuditCampaignParam"];
                /**
                 * @description From this time on.
                 * @example 2026-11-01T00:00:00Z
                 */
                from?: components["parameters"]["FromParam"];
                /**
                 * @description Before this time.
                 * @example 2026-12-01T00:00:00Z
                 */
                to?: components["parameters"]["ToParam"];
                /**
                 * @description Entries on a page. Default: 50.
                 * @example 50
                 */
                limit?: components["parameters"]["AuditLimitParam"];
                /** @description `next_cursor` of the previous page. Send it with the same filters and `sort`; `limit` may differ. */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /**
                 * @description Id of the member who acted.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
                 */
                actor?: components["parameters"]["ActorParam"];
                /**
                 * @description The action.
                 * @example token.reveal
                 */
                action?: components["parameters"]["ActionParam"];
                /**
                 * @description The kind of thing.
                 * @example token
                 */
                object_kind?: components["parameters"]["ObjectKindParam"];
                /**
                 * @description The thing, by its `object.id`. Add `object_kind`, because things of different kinds can have equal keys.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                object?: components["parameters"]["ObjectIdParam"];
                /**
                 * @description The campaign, by its slug.
                 * @example solar-dk
                 */
                campaign?: components["parameters"]["AuditCampaignParam"];
                /**
                 * @description From this time on.
                 * @example 2026-11-01T00:00:00Z
                 */
                from?: components["parameters"]["FromParam"];
                /**
                 * @description Before this time.
                 * @example 2026-12-01T00:00:00Z
                 */
                to?: components["parameters"]["ToParam"];
                /** @description `true`: a file for spreadsheets, with a byte order mark and with the separator and decimal sign of your settings (`updateSession`). Its times are in your time zone, or in UTC if you have not set one, and look like `2026-11-30 14:05:09`, which spreadsheets recognise. Otherwise the file has no mark, uses commas and decimal points, and has times as RFC 3339 in UTC. */
                spreadsheet?: components["parameters"]["SpreadsheetParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, to the end of the response. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getManagementOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `*` (RFC 9110, 13.1.1). Documents have weak tags and `If-Match` compares strongly, so any tag gets 412.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["DocumentIfMatchParam"];
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body.
                 * @example W/"Zk3v0w9m1Q"
                 */
                "If-None-Match"?: components["parameters"]["DocumentIfNoneMatchParam"];
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
            /** @description The client has the current document, by `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
    getManagementOpenApi30: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `*` (RFC 9110, 13.1.1). Documents have weak tags and `If-Match` compares strongly, so any tag gets 412.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["DocumentIfMatchParam"];
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). If one of them is current, the response is 304 without a body.
                 * @example W/"Zk3v0w9m1Q"
                 */
                "If-None-Match"?: components["parameters"]["DocumentIfNoneMatchParam"];
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
            /** @description The client has the current document, by `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["DocumentETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotSignedIn"];
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
