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
         * Get who is signed in
         * @description The member who is signed in, and the account.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Begins a session; the response sets its cookie. After ten wrong passwords for a member, or fifty from an address, within a quarter of an hour, no more are judged for the rest of it.
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
         * @description Your name, and the time zone in which you are shown times. Every member may.
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
         * @description Changes the password of the member who is signed in, and ends every other session of the member.
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
         * @description Tells that it is still you. Needed before `revealToken` and `rotateToken` when the last sign-in or confirmation is more than 15 minutes old.
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
         * @description The browsers in which you are signed in, the newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End your other sessions
         * @description Every session of yours but this one.
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
         * @description Signs you out there. Ending the one of this request is signing out.
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
         * @description Its name, which vendors read in their documents, and which owners alone change; and the colour of its pages.
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
         * @description A PNG, JPEG or WebP picture of at most 200 KiB, 2,000 pixels wide and high. It is shown as it is on the documentation pages of every token of the account, which are public to whoever has their address.
         */
        put: operations["setLogo"];
        post?: never;
        /**
         * Take the logo away
         * @description The pages show the account's name alone.
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
         * @description Everybody who signs in for the account or is invited to, oldest first.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Invite a member
         * @description Adds a member, who sets a password by the link in the response; nothing is mailed. Owners and admins may invite, and owners alone other owners.
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
         * @description The sessions of the member end at once, and the link of who was invited is void. The address is erased; the name stays in the history of leads and in the audit log. API tokens that the member made stay valid: they belong to the account.
         */
        delete: operations["deleteMember"];
        options?: never;
        head?: never;
        /**
         * Change a member
         * @description Changes name or role. Roles are given by owners, and hold from the next request on.
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
         * @description A new link for a member who has not accepted yet; the old one is void. Admins make them for admins and viewers.
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
         * @description What the link invites to. Needs no session.
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
         * @description Sets the password of who is invited, and begins a session; the response sets its cookie. The link is void from then on. Wrong links count by address, as wrong passwords do.
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
         * @description The campaigns of the account, by name; archived ones only when they are asked for.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description A new campaign has no fields yet, and one status, `new`, which is open and the default. Its slug is unique in the installation and never changed.
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
         * @description Deletes the campaign with all its leads, for good. Once this has returned, nobody reaches it, and its tokens are revoked; its leads with their history, kept answers and its definition are then erased in the background, a million leads within some minutes. Its slug is spent. The audit log keeps what was done, without values of leads. For owners.
         */
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        /**
         * Change a campaign
         * @description Changes what the body names and leaves the rest.
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
         * @description Takes the campaign away from every token: its own tokens and the account's broad tokens get 404, and the documentation pages of its tokens are gone, until it is brought back. Nothing of it is changed or lost. Members go on seeing and changing it; lists leave it out unless they are asked for it. Of an archived campaign nothing changes.
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
         * @description Gives the campaign back to its tokens, as they were: a token that was paused, revoked or expired stays so. Of a campaign that is not archived nothing changes.
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
         * List what depends on a part of the definition
         * @description To be told before the part is changed or removed. One part is asked about at a time: `field`, `select` with `option`, `status`, or `filter`.
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
         * @description Every change of the definition is a revision: who made it, when, and what it changed. The newest first.
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
         * @description One revision, with what it changed.
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
         * @description What is different between this revision and another one: what restoring it would change, where that is the current one.
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
         * @description Makes fields, selects, statuses, the rule on duplicates, name and country what they were, as a new revision. Filters and tokens stay as they are. Fields and statuses that were added since are removed, and options archived, as by their own operations: refused while filters use them, unless forced, and while leads have a status that would go. Values of leads are never changed; those of a field that comes back are shown again. Where nothing would be different no revision is made. `previewChange` lists what would change and what would stay, part by part.
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
         * @description Changes that take effect by themselves at a time: those to come, and behind them the last fifty that are over.
         */
        get: operations["listAnnouncedChanges"];
        put?: never;
        /**
         * Announce a change
         * @description Announces a change for a time: from now on the documents of the tokens that it concerns tell of it, and responses that touch it carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594). When the time has come it takes effect by itself, as its own operation would. What that operation would refuse now is refused now; places in `errors` stand below `/change`. At most 20 changes are announced at a time.
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
         * @description Calls the change off. Documents tell of it no more. One that is over is not found.
         */
        delete: operations["withdrawAnnouncedChange"];
        options?: never;
        head?: never;
        /**
         * Move an announced change
         * @description Gives an announced change another time, or other words. One that is over is not found.
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
         * @description Tells whom a change would break, without making it: for each token what changes in its document, and which of its last accepted requests would now be refused, and why. Requests are kept for 7 days as shapes, without values: the values that are judged are those that the leads were given by them. What the operation itself would refuse is refused here.
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
         * @description Key, type and select of a field never change. A key is never used again, also not after the field was removed.
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
         * @description The order in which people see the fields, in the console and in documents.
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
         * @description Its values stay stored and are shown no more; its key is spent. Refused while filters use it, unless forced: reading through those filters goes on, and nothing can be created through those that fix it.
         */
        delete: operations["deleteField"];
        options?: never;
        head?: never;
        /**
         * Change a field
         * @description Changes what the body names and leaves the rest. Leads that there are stay as they are, also when they no longer fit.
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
         * @description A list of options that fields of the types `select` and `multi_select` can offer.
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
         * @description Its value is what leads hold; it is never changed or used for another option.
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
         * @description All of them, in one revision, or none. They come after the options that there are.
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
         * @description The order in which people see the options, in the console and in documents; archived ones too have a place.
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
         * @description It is offered no more, and leads that have it keep it. Refused while filters use it, unless forced: reading through those filters goes on, and nothing can be created through those that ask for it.
         */
        delete: operations["deleteOption"];
        options?: never;
        head?: never;
        /**
         * Change an option
         * @description Changes its label, or offers an archived one again.
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
         * @description A key is never used again, also not after the status was removed.
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
         * @description The order in which people see the statuses, in the console and in documents.
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
         * @description Refused for the default, while leads have it (unless `move_to` names the status that they are given), and while filters use it (unless forced).
         */
        delete: operations["deleteStatus"];
        options?: never;
        head?: never;
        /**
         * Change a status
         * @description Changes what the body names and leaves the rest.
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
         * Get the rule on duplicates
         * @description When a new lead counts as the same as one that is there, and what happens then. Without a rule `fields` is empty.
         */
        get: operations["getDuplicateRule"];
        /**
         * Set the rule on duplicates
         * @description Holds for leads that are created from then on. Leads that are there already are found as soon as `state` is `ready`; two of them that are equal stay. An empty `fields` takes the rule away. Vendors read the rule in their documents.
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
         * @description A saved condition. Where it fixes a field to one value, tokens that are tied to it have that value filled in.
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
         * @description Changes its name or its condition. Once this has returned, no request of a token that is tied to it is answered under the old condition.
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
         * @description As `listLeads` of the Lead API, for all leads of the campaign: the same parameters, those named after fields included, and the same response. A lead that was marked as a duplicate when it was created names the other in `duplicate_of`, also where its vendor is not told.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create a lead
         * @description As `createLead` of the Lead API, for the campaign as a whole: nothing is filled in by a filter.
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
         * @description As `countLeads` of the Lead API, for all leads of the campaign, with the same parameters. Counting is given up after 10,000 leads or half a second; with `exactly=true` after ten seconds alone. What was counted by then is told, and `exact` is `false`: no number is an estimate.
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
         * @description As `exportLeads` of the Lead API, for all leads of the campaign: one stream of CSV, or of JSON lines with `Accept: application/x-ndjson`.
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
         * @description As `getLead` of the Lead API.
         */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Delete a lead
         * @description As `deleteLead` of the Lead API; an erasure.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description As `updateLead` of the Lead API; a JSON merge patch (RFC 7396).
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
         * @description As `getLeadHistory` of the Lead API; all of it that is kept, with the names of who acted.
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
         * @description The tokens of the campaign and of its filters, newest first; revoked ones are left out.
         */
        get: operations["listCampaignTokens"];
        put?: never;
        /**
         * Create a token of a campaign
         * @description With a filter it reads, and with `read_write` writes, exactly the leads that the filter matches. Its secret is told by `revealToken`.
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
         * Tell how the tokens of a campaign are used
         * @description How many requests were accepted and refused in the campaign each day (UTC), today last: of each token of the campaign, and of each broad token that asked for something there. A revoked token is among them while it was used in the time asked for. What was sent in the last seconds may not be counted yet.
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
         * Take in a vendor in one step
         * @description Makes an option for the vendor, a filter on it and a token that is tied to the filter: all of them, or nothing. With `new_field` the field that tells vendors apart is made too, and its select. With `option` the vendor gets an option that exists, and the filter of that name where there is one that matches exactly this option.
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
         * @description The broad tokens, newest first; revoked ones are left out.
         */
        get: operations["listAccountTokens"];
        put?: never;
        /**
         * Create a token of the account
         * @description A broad token: it reaches every campaign of the account. Its secret is told by `revealToken`.
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
         * Tell how the tokens of the account are used
         * @description For each broad token of the account, how many of its requests in all campaigns were accepted and refused each day (UTC), today last. A revoked token is among them while it was used in the time asked for. What was sent in the last seconds may not be counted yet.
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
         * @description One token, also when it is revoked.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Ends the token for good. Once this has returned, no request that starts afterwards is answered under it.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        /**
         * Change a token
         * @description Changes what the body names and leaves the rest. Once this has returned, no request is answered under the old grant.
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
         * @description Tells what a change of the token would break, without making it: what changes in its document, and which of its last accepted requests would now be refused, and why. A token that is paused is refused everything; under a lower limit, what came after so many in one minute. Requests are kept for 7 days. What `updateToken` would refuse is refused here.
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
         * @description Tells the secret; that it was told is written to the audit log. Needs the role owner or admin, and a sign-in or confirmation of the last 15 minutes.
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
         * @description The requests that the token made in the last 7 days, newest first, with the status that each got, as its holder is shown them by `listRequests` of the Lead API; of a broad token those in all campaigns. No value that was sent is kept. They appear within about two seconds.
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
         * @description Makes a new secret and tells it. The old one ends at once, or after the grace time: until then `previous_secret` of the token shows it. A secret that an earlier rotation left valid ends at once. Needs the role owner or admin, and a sign-in or confirmation of the last 15 minutes.
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
         * @description Ends the secret that the last rotation replaced, before its grace time is over. Once this has returned, no request that starts afterwards is answered under it. Where there is no such secret, nothing changes.
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
         * @description Gives the documentation of the token a new address; the old one is gone at once.
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
         * List what was done
         * @description Who did what to which thing, newest first: every change of the account and its campaigns, every secret that was revealed, every sign-in, and each lead that a member created, changed or erased, and each export of leads. What tokens do to leads is in the history of each lead. For owners and admins.
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
         * Export what was done
         * @description The entries that `listAudit` lists with the same parameters, newest first, as one stream of CSV. For owners and admins.
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
         * @description The OpenAPI 3.1 document of this Management API, with the address of the installation. As a page it stands at `/manage/v1/docs`.
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
         * @description The document of this Management API as OpenAPI 3.0, for tools that do not know 3.1. It says the same.
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
         * @description Owners may do everything. Admins may do everything but give roles, remove members and change the account. Viewers read, and neither reveal secrets nor see the audit log.
         * @enum {string}
         */
        Role: "owner" | "admin" | "viewer";
        /**
         * @description What separates the cells of CSV for a spreadsheet. With `,` the decimal sign is `.`.
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
            /** @description Zone in which the member is shown times; `null` for that of the browser. */
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
            /** @description Colour of its documentation pages, `#rrggbb`; `null` for none. */
            color: string | null;
            /** @description Whether its pages show a logo: see `getLogo`. */
            has_logo: boolean;
        };
        /**
         * @description Who is signed in.
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
             * @description Until when `revealToken` and `rotateToken` do not ask for the password again.
             */
            confirmed_until: string;
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
            /** @description Filters whose condition names it, or the filter itself. */
            filters: components["schemas"]["Named"][];
            /** @description Tokens that are tied to those filters. */
            tokens: components["schemas"]["Named"][];
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
            /** @description The kind of problem, for programs. */
            code: string;
            /** @description Every value that is wrong. */
            errors?: components["schemas"]["InputError"][];
            /**
             * Format: uuid
             * @description With `duplicate_lead`, the lead that is there already.
             */
            duplicate_of?: string;
            /**
             * Format: uuid
             * @description With `lead_erased`, the lead that has been erased.
             */
            lead_id?: string;
            /**
             * Format: int64
             * @description With `stale`, the current revision of the definition.
             */
            revision?: number;
            used_by?: components["schemas"]["UsedBy"];
            /**
             * Format: int64
             * @description With `in_use`, how many leads have it.
             */
            leads?: number;
        };
        /**
         * @description Who signs in.
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
         * @description What changes; what is not named stays as it is.
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
             * @description Zone in which you are shown times, by its name in the IANA database; `null` for that of the browser.
             */
            time_zone?: string | null;
            csv_separator?: components["schemas"]["CsvSeparator"];
            csv_decimal?: components["schemas"]["CsvDecimal"];
        };
        /** @description The password, at least 10 characters. */
        NewPassword: string;
        /**
         * @description The old password and the new one.
         * @example {
         *       "current_password": "correct horse battery staple",
         *       "new_password": "battery correct staple horse"
         *     }
         */
        PasswordChange: {
            /** @description The password so far. */
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
             * @description Its id. It is not what the cookie holds.
             */
            id: string;
            /**
             * Format: date-time
             * @description When you signed in.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last used, right to the minute.
             */
            last_seen_at: string;
            /** @description What the browser calls itself, cut at 300 characters. */
            user_agent: string | null;
            /** @description Whether it is the one of this request. */
            current: boolean;
        };
        /**
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "name": "Solar Partners",
         *       "color": "#1f7a5c"
         *     }
         */
        AccountUpdate: {
            name?: components["schemas"]["Label"];
            /** @description Colour of the documentation pages, `#rrggbb`: a band at their top. `null` for none. */
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
            /** @description The picture, in base64 (RFC 4648, 4). What it is, its first bytes tell. */
            image: string;
        };
        /**
         * @description A member of the account, who signs in or is invited to.
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
             * @description Whether the member has a password, or is yet to set one.
             * @enum {string}
             */
            state: "active" | "invited";
            /**
             * Format: date-time
             * @description When the member was added.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the member last signed in.
             */
            last_signed_in_at: string | null;
            /**
             * Format: date-time
             * @description Until when the link holds; `null` for active members. A time in the past is that of a link that is void.
             */
            invitation_expires_at: string | null;
        };
        /**
         * Format: email
         * @description E-mail address; one member's in the whole installation, whatever its case.
         */
        Email: string;
        /**
         * @description Somebody to invite.
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
         * @description A member and the link by which to accept. The link is told this once.
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
             * @description Address at which the member sets a password. Whoever has it can; it holds for seven days and one use.
             */
            invitation_url: string;
        };
        /**
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "role": "viewer"
         *     }
         */
        MemberUpdate: {
            name?: components["schemas"]["Label"];
            role?: components["schemas"]["Role"];
        };
        /**
         * @description Who is invited to what.
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
            /** @description Who is invited. */
            member: {
                /** @description Name. */
                name: string;
                /** @description E-mail address. */
                email: string;
            };
            /**
             * Format: date-time
             * @description Until when the link holds.
             */
            expires_at: string;
        };
        /**
         * @description The password to sign in with from now on.
         * @example {
         *       "password": "correct horse battery staple"
         *     }
         */
        Acceptance: {
            password: components["schemas"]["NewPassword"];
        };
        /**
         * @description How many leads there are, counted to a limit: 10,000 for a few campaigns, less for a list of very many, and never less than 1,000.
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
            /** @description `false` when there are more than were counted. */
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
            /** @description Its name in addresses, unique in the installation; never changed, never used again. */
            slug: string;
            /** @description Its name for people. */
            name: string;
            /** @description Country of phone numbers without a country code. */
            default_country: string | null;
            /** @description Whom vendors ask, as their documents say; `null` for nobody. */
            support_contact: string | null;
            /** @description What every vendor is told, in Markdown as it was written; `null` for nothing. */
            vendor_notes: string | null;
            /**
             * Format: int64
             * @description Raised by one with every change of the definition.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was archived; `null` where it is not.
             */
            archived_at: string | null;
            leads: components["schemas"]["ApproximateCount"];
            /**
             * Format: int64
             * @description How many API tokens of it are there, revoked ones left out.
             */
            tokens: number;
            /**
             * Format: date-time
             * @description When its newest lead was created; `null` for none.
             */
            last_lead_at: string | null;
        };
        /** @description Two letters of ISO 3166-1, of a country that has phone numbers of its own, for numbers without a country code; `null` for none. */
        Country: string | null;
        /** @description Whom vendors ask: an e-mail address, an address on the web, or a name and a phone number. It stands in every document of the campaign, which whoever has its address can read. `null` for none. */
        SupportContact: string | null;
        /** @description What vendors are told, in Markdown (CommonMark, with tables). It is kept as it was written, and shown without HTML and pictures, in documents that whoever has their address can read. `null` for none. */
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
            /** @description Left out, it is made from the name. */
            slug?: string;
            default_country?: components["schemas"]["Country"];
            support_contact?: components["schemas"]["SupportContact"];
            vendor_notes?: components["schemas"]["Notes"];
            /** @description Slug of a campaign of the account whose fields, selects, statuses and rule on duplicates the new one begins with. Filters, tokens and leads are not copied. */
            copy_of?: string | null;
        };
        /**
         * @description What changes; what is not named stays as it is.
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
        /** @description A token by its name, and whether it is accepted. */
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
         * @description What depends on a part of the definition, as `in_use` would name it, and the leads that it concerns.
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
            /** @description How many leads have a value in the field, the option, or the status; `null` for a filter. Counted to 10,000, and where no index serves it among the newest 100,000 leads alone: `exact` is then `false`, and there may be more. */
            leads: components["schemas"]["LeadCount"] | null;
            /** @description The filters whose condition names it. */
            filters: components["schemas"]["Named"][];
            /** @description The tokens that are tied to those filters, or to the filter itself; revoked ones are left out. */
            tokens: components["schemas"]["TiedToken"][];
            /** @description Whether the rule on duplicates compares the field. */
            duplicate_rule: boolean;
        };
        /** @description One thing that is different, as whoever has the whole campaign is told of it. */
        DefinitionChange: {
            /**
             * @description `breaking`: a request that was accepted is now refused. `may_break`: that depends on the request, or a response may hold something that it did not hold before. `additive`: something more is possible. `textual`: words and order alone.
             * @enum {string}
             */
            class: "breaking" | "may_break" | "additive" | "textual";
            /** @description What kind of change it is, such as `required` or `values_gone`. More kinds may come. */
            kind: string;
            /** @description What is different. Names stand between backticks. */
            sentence: string;
        };
        /** @description One property of a part that is different. */
        PropertyChange: {
            /** @description Its name, as in the shape of the part; `condition` of a filter is in words. */
            property: string;
            /** @description Its value before; `null` for none. */
            from: unknown;
            /** @description Its value afterwards; `null` for none. */
            to: unknown;
        };
        /** @description One part of the definition that is different, as members know it. */
        PartChange: {
            /**
             * @description What it is. `campaign` stands for its name, country, contact and notes.
             * @enum {string}
             */
            kind: "campaign" | "field" | "select" | "option" | "status" | "filter" | "duplicate_rule";
            /** @description Key of a field, select or status, value of an option, id of a filter; `null` for what has none, and for an order. */
            key: string | null;
            /** @description Key of the select that the option belongs to. */
            select: string | null;
            /** @description Its label or name; of the select, where options have another order. */
            label: string;
            /**
             * @description What became of it. `reordered`: the parts of this kind, or the options of this select, have another order.
             * @enum {string}
             */
            change: "added" | "changed" | "removed" | "reordered";
            /** @description What is different about it, where it was changed. */
            properties: components["schemas"]["PropertyChange"][];
        };
        /** @description The definition of a campaign as it was from then on, until the next revision. */
        Revision: {
            /**
             * Format: int64
             * @description Its number, raised by one with every change.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            at: string;
            /** @description Who made it; `null` for the service itself. */
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
             * @description The revision that was restored by it, where it was made so.
             */
            restored: number | null;
            /** @description What it changed against the revision before. Empty where only the order of options or the like changed. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description What it changed against the revision before, part by part. Empty for the first. */
            parts: components["schemas"]["PartChange"][];
        };
        /** @description One page of revisions, the newest first, and where the next one begins. */
        RevisionPage: {
            /** @description The revisions of this page. */
            data: components["schemas"]["Revision"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The oldest revision that was looked at, with `q`; else `null`.
             */
            searched_to: number | null;
        };
        /** @description What is different between two revisions. */
        Comparison: {
            /**
             * Format: int64
             * @description The revision.
             */
            revision: number;
            /**
             * Format: int64
             * @description The revision that it is compared with.
             */
            with: number;
            /** @description What changes on the way from `with` to `revision`. */
            changes: components["schemas"]["DefinitionChange"][];
        };
        /**
         * @description A change of the definition, as the request of this API that would make it: the operation, and what would stand in its path, its query and its body. The campaign is that of the address.
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
            /** @description The body, where the operation takes one. */
            body?: unknown;
        };
        /** @description A change of the definition that takes effect by itself at a time, and is told to vendors until then. */
        AnnouncedChange: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            change: components["schemas"]["PlannedChange"];
            /**
             * Format: date-time
             * @description When it takes effect.
             */
            at: string;
            /** @description What vendors are told of it. */
            note: string | null;
            /**
             * @description `announced` until its time has come; then `done`, or `failed` when it could not be made any more, and nothing has changed. `withdrawn` when it was called off.
             * @enum {string}
             */
            state: "announced" | "done" | "failed" | "withdrawn";
            /** @description What it changes against what holds until then, as whoever has the whole campaign is told of it. Empty once it is over. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description The things of the definition that it adds, changes or removes, against what holds until then. Empty once it is over. */
            parts: components["schemas"]["PartChange"][];
            /**
             * Format: date-time
             * @description When it was announced.
             */
            announced_at: string;
            /** @description Who announced it; `null` for a member who was removed. */
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
             * @description When it took effect, failed or was withdrawn.
             */
            ended_at: string | null;
            /**
             * Format: int64
             * @description The revision that it made.
             */
            revision: number | null;
            /** @description Why it could not be made. */
            problem: string | null;
        };
        /** @description Those to come by their time, and behind them the last that are over. */
        AnnouncedChangeList: {
            /** @description The announced changes. */
            data: components["schemas"]["AnnouncedChange"][];
        };
        /**
         * @description What changes, and when.
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
             * @description When it takes effect by itself.
             */
            at: string;
            /**
             * Format: text
             * @description What vendors should know about it. It stands in their documents.
             */
            note?: string | null;
        };
        /**
         * @description What is different about it. What is left out stays.
         * @example {
         *       "at": "2027-03-01T08:00:00.000Z"
         *     }
         */
        AnnouncedChangeUpdate: {
            /**
             * Format: date-time
             * @description When it takes effect by itself.
             */
            at?: string;
            /**
             * Format: text
             * @description What vendors should know about it.
             */
            note?: string | null;
        };
        /**
         * @description The change that is thought of.
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
        /** @description Why requests would be refused. */
        Reason: {
            /** @description The `operationId` of the requests. */
            operation: string;
            /** @description Where in the body (RFC 6901). */
            pointer: string | null;
            /** @description The parameter, where it is one. */
            parameter: string | null;
            /** @description What would be wrong there, as `errors` of a problem names it, or the code of the problem. */
            code: string;
            /**
             * Format: int64
             * @description How many of the requests it would refuse.
             */
            requests: number;
        };
        /** @description What the change means for one token. */
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
                 * @description What it can be used for at present.
                 * @enum {string}
                 */
                state: "active" | "archived" | "paused" | "expired" | "revoked";
            };
            /** @description What changes in its document. */
            changes: components["schemas"]["DefinitionChange"][];
            /**
             * Format: int64
             * @description Its last accepted requests that were looked at, of the last 7 days: at most 100, and 10 where the change concerns 1,000 tokens.
             */
            requests: number;
            /**
             * Format: int64
             * @description How many of them would now be refused.
             */
            refused: number;
            /** @description Why, the most frequent first. */
            reasons: components["schemas"]["Reason"][];
        };
        /** @description What a change would mean, and for whom. Nothing was changed. */
        Impact: {
            /** @description What it changes, as whoever has the whole campaign is told of it. */
            changes: components["schemas"]["DefinitionChange"][];
            /** @description What it changes, part by part. Empty where it would change nothing; no revision is made then. */
            parts: components["schemas"]["PartChange"][];
            /** @description For `restoreRevision`: what was changed since that revision and is not restored, such as filters. Empty for other operations. */
            stays: components["schemas"]["PartChange"][];
            /**
             * Format: int64
             * @description How many tokens have sent what would be refused.
             */
            affected: number;
            /** @description The tokens whose documents change or that have sent what would be refused, those with the most refused requests first. */
            tokens: components["schemas"]["TokenImpact"][];
        };
        /**
         * @description What the field holds.
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
            /** @description Its name under `fields` of a lead. */
            key: string;
            type: components["schemas"]["FieldType"];
            /** @description Its name for people. */
            label: string;
            /** @description What vendors should know about it. */
            description: string | null;
            /** @description Whether a lead must have it. */
            required: boolean;
            /** @description Whether lists of leads can be narrowed by it. */
            searchable: boolean;
            /** @description How far lists and filters are served by an index of the field; `null` where it has none. While it is `filling` they still work, only slower. */
            search_state: {
                /**
                 * @description Whether every lead is in the index.
                 * @enum {string}
                 */
                state: "filling" | "ready";
                /**
                 * Format: date-time
                 * @description While filling: the leads that were created up to then are in it; `null` where none is yet.
                 */
                filled_to: string | null;
            } | null;
            /** @description Key of the select that has its options. */
            select: string | null;
            /**
             * Format: double
             * @description The least value.
             */
            min: number | null;
            /**
             * Format: double
             * @description The greatest value.
             */
            max: number | null;
            /**
             * Format: int64
             * @description The most characters, where they are fewer than the type allows.
             */
            max_length: number | null;
            /** @description A regular expression (ECMA-262) that texts must match. */
            pattern: string | null;
            /** @description What an empty value becomes when a lead is created. */
            default: string | number | boolean | string[] | null;
        };
        /** @description For programs. It is never changed, and never used for another thing once this one is gone. */
        Key: string;
        /**
         * @description An option to create. It comes after the options that there are.
         * @example {
         *       "label": "Vendor XYZ"
         *     }
         */
        OptionCreate: {
            /** @description Left out, it is made from the label. */
            value?: string;
            label: components["schemas"]["Label"];
        };
        /** @description Longer text for people; `null` for none. */
        Description: string | null;
        /**
         * Format: double
         * @description A number, for `integer` and `number`; `null` for none.
         */
        Bound: number | null;
        /** @description What an empty value becomes when a lead is created; `null` for nothing. It must be a value that the field takes. */
        FieldDefault: string | number | boolean | string[] | null;
        /**
         * @description A field to create. It comes after the fields that there are.
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
            /** @description Left out: not required. */
            required?: boolean;
            /** @description Key of a select. With `select` and `multi_select` either this is needed or `options`; with no other type. */
            select?: string | null;
            /** @description Options of its own, in order. They make a select that has the name of the field, and its key where that is free. */
            options?: components["schemas"]["OptionCreate"][];
            /** @description Left out: searchable if it is a `select`. */
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
             * @description For `text`, `long_text`, `email` and `url`: the most characters.
             */
            max_length?: number | null;
            default?: components["schemas"]["FieldDefault"];
        };
        /**
         * @description The keys of all fields, each once, in the order that people see them in.
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
         * @description What changes; what is not named stays as it is. Key, type and select never change.
         * @example {
         *       "label": "Postcode",
         *       "required": false
         *     }
         */
        FieldUpdate: {
            label?: components["schemas"]["Label"];
            /** @description Whether a lead must have it. */
            required?: boolean;
            /** @description Whether lists of leads can be narrowed by it. */
            searchable?: boolean;
            description?: components["schemas"]["Description"];
            min?: components["schemas"]["Bound"];
            max?: components["schemas"]["Bound"];
            /**
             * Format: text
             * @description Only for `text`; `null` for none.
             */
            pattern?: string | null;
            /**
             * Format: int64
             * @description The most characters; `null` for what the type allows.
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
            /** @description What leads hold. */
            value: string;
            /** @description Its name for people. */
            label: string;
            /** @description Whether it is offered no more. Leads that have it keep it. */
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
            /** @description Its name for people. */
            label: string;
            /** @description Its options in order, archived ones included. */
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
            /** @description Its options in order. Left out: none yet. */
            options?: components["schemas"]["OptionCreate"][];
        };
        /**
         * @description What changes; what is not named stays as it is.
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
         * @description The values of all options, archived ones included, each once, in the order that people see them in.
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
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "archived": false
         *     }
         */
        OptionUpdate: {
            label?: components["schemas"]["Label"];
            /** @description `false` offers an archived option again. To archive one, delete it. */
            archived?: boolean;
        };
        /**
         * @description What it means for the lead.
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
            /** @description What leads hold. */
            key: string;
            /** @description Its name for people. */
            label: string;
            category: components["schemas"]["StatusCategory"];
            /** @description Whether new leads get it. Exactly one status has this. */
            is_default: boolean;
        };
        /**
         * @description A status to create. It comes after the statuses that there are.
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
            /** @description `true` takes it from the status that is the default now. Left out: not the default. */
            is_default?: boolean;
        };
        /**
         * @description The keys of all statuses, each once, in the order that people see them in.
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
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "is_default": true
         *     }
         */
        StatusUpdate: {
            label?: components["schemas"]["Label"];
            category?: components["schemas"]["StatusCategory"];
            /** @description `true` takes it from the status that is the default now. The default cannot give it up otherwise. */
            is_default?: boolean;
        };
        /** @description When a new lead counts as the same as one that is there, and what happens then. */
        DuplicateRule: {
            /** @description Keys of the fields that are compared; not those that hold several values. Texts are compared without regard to case and to spaces around them. What is empty never matches. */
            fields: string[];
            /**
             * @description Whether one equal field is enough, or all must be equal.
             * @enum {string}
             */
            match: "any" | "all";
            /**
             * Format: int64
             * @description How many days back leads are compared, by the time of their creation; `null` for all.
             */
            within_days: number | null;
            /**
             * @description `reject` answers the newer lead with 409 `duplicate_lead`; `flag` stores it with a mark (`duplicate_of`).
             * @enum {string}
             */
            action: "reject" | "flag";
            /**
             * @description `visible` compares with leads that the token sees; one that it does not see is accepted and marked for you. `campaign` compares with all leads: a vendor is then told that a lead exists which it does not see, and nothing more of it. Its document says so.
             * @enum {string}
             */
            reach: "visible" | "campaign";
            /**
             * @description While it is `filling`, leads from before the rule may not be found.
             * @enum {string}
             */
            state: "filling" | "ready";
        };
        /** @description When a new lead counts as the same as one that is there, and what happens then. */
        DuplicateRuleInput: {
            /** @description Keys of the fields that are compared; not those that hold several values. Texts are compared without regard to case and to spaces around them. What is empty never matches. */
            fields: string[];
            /**
             * @description Whether one equal field is enough, or all must be equal.
             * @enum {string}
             */
            match: "any" | "all";
            /**
             * Format: int64
             * @description How many days back leads are compared, by the time of their creation; `null` for all.
             */
            within_days?: number | null;
            /**
             * @description `reject` answers the newer lead with 409 `duplicate_lead`; `flag` stores it with a mark (`duplicate_of`).
             * @enum {string}
             */
            action: "reject" | "flag";
            /**
             * @description `visible` compares with leads that the token sees; one that it does not see is accepted and marked for you. `campaign` compares with all leads: a vendor is then told that a lead exists which it does not see, and nothing more of it. Its document says so.
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
             * @description How the two are compared; which are offered depends on the type of the path.
             * @enum {string}
             */
            op: "eq" | "neq" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "is_empty" | "is_not_empty";
            /** @description A list for `in` and `not_in`, absent for `is_empty` and `is_not_empty`. */
            value?: (string | number | boolean) | (string | number | boolean)[];
        };
        /** @description A saved condition, to which tokens can be tied. */
        Filter: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name, unique in the campaign. */
            name: string;
            condition: components["schemas"]["Condition"];
            /** @description The condition in words, by the labels of the campaign. */
            summary: string;
            /** @description The tokens that are tied to it, revoked ones left out. */
            tokens: components["schemas"]["TiedToken"][];
        };
        /**
         * @description A condition: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, or a comparison `{"path": "fields.source", "op": "eq", "value": "vendor-xyz"}`; at most 200 parts, 10 levels deep. Paths are `status`, `created_at`, `external_id`, and `fields.` with the key of a field. Operators are `eq`, `neq`, `in`, `not_in`, `gt`, `gte`, `lt`, `lte`, `contains`, `starts_with`, `is_empty` and `is_not_empty`, as far as the type has them; text is compared by code point. Every part that is wrong is told, with its pointer.
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
         * @description A condition that need not be saved.
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
        /** @description A text, number, boolean or list of options, as the field's type has it; `null` where empty. */
        FieldValue: unknown;
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
             * @description Only in the response to the request that created the lead: another that it is equal to, by the campaign's rule on duplicates.
             */
            duplicate_of?: string;
        };
        /** @description What the condition matches now. */
        Preview: {
            /** @description The condition in words, by the labels of the campaign. */
            summary: string;
            /**
             * Format: int64
             * @description How many leads match; counted to 10,000 at the most.
             */
            matching: number;
            /** @description Whether `matching` is the whole number; `false` above 10,000. */
            exact: boolean;
            /** @description Some of the leads that match, newest first. */
            sample: components["schemas"]["Lead"][];
        };
        /**
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "name": "Vendor XYZ (Jutland)"
         *     }
         */
        FilterUpdate: {
            name?: components["schemas"]["Label"];
            condition?: components["schemas"]["ConditionInput"];
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
        /**
         * @description How many leads a list has.
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
            /** @description `false` when counting was given up: there may be more. */
            exact: boolean;
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
        /**
         * @description Whether the token may only read, or also write.
         * @enum {string}
         */
        Permission: "read" | "read_write";
        /** @description A secret that was replaced and is accepted for a while longer. */
        PreviousSecret: {
            /** @description The start of it. */
            prefix: string;
            /**
             * Format: date-time
             * @description From when on it is refused.
             */
            valid_until: string;
            /**
             * Format: date-time
             * @description When it was last used, right to the minute; `null` for never.
             */
            last_used_at: string | null;
        };
        /** @description Limits of this token alone; `null` for those of the installation, 0 for none. */
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
            /** @description Its name for people. */
            name: string;
            /**
             * @description What it reaches: every campaign, one campaign, or the leads of one filter.
             * @enum {string}
             */
            scope: "account" | "campaign" | "filter";
            /** @description Slug of its campaign; `null` for a token of the account. */
            campaign: string | null;
            permission: components["schemas"]["Permission"];
            /** @description The filter that it is tied to. A token of the scope `filter` without one matches nothing. */
            filter: components["schemas"]["Named"] | null;
            /** @description What it may do, in a sentence. */
            summary: string;
            /** @description The start of its secret, by which people and logs know it. */
            prefix: string;
            /** @description The secret that the last rotation replaced, while it is still accepted; else `null`. */
            previous_secret: components["schemas"]["PreviousSecret"] | null;
            /**
             * Format: uri
             * @description Address of its public documentation. It is no secret that opens anything.
             */
            docs_url: string;
            /**
             * @description Only an active token is accepted; the campaign of an `archived` one is archived.
             * @enum {string}
             */
            state: "active" | "archived" | "paused" | "expired" | "revoked";
            /** @description Limits of this token alone; `null` where it has none of its own. */
            rate_limit: components["schemas"]["RateLimit"] | null;
            /** @description What its vendor is told, in Markdown as it was written; `null` for nothing. */
            notes: string | null;
            /** @description The member who made it; `null` for the system. */
            created_by: components["schemas"]["Named"] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last used, right to the minute.
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * @description From when on it is refused.
             */
            expires_at: string | null;
        };
        /**
         * Format: date-time
         * @description From this time on the token is refused, from the year 1000 to 2999; `null` or left out for never.
         */
        ExpiresAt: string | null;
        /** @description Limits of this token alone; 0 for none, `null` or left out for those of the installation. */
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
             * @description Id of a filter of the campaign. Left out or `null`: every lead of the campaign.
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
             * @description Requests that were refused, whatever the reason.
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
            /** @description Its name for people. */
            name: string;
            /**
             * @description What it reaches: every campaign, one campaign, or the leads of one filter.
             * @enum {string}
             */
            scope: "account" | "campaign" | "filter";
            /**
             * @description Only an active token is accepted; the campaign of an `archived` one is archived.
             * @enum {string}
             */
            state: "active" | "archived" | "paused" | "expired" | "revoked";
            /** @description Each day of the time that was asked for, today last. */
            days: components["schemas"]["DayOfUse"][];
        };
        /**
         * @description The field that tells vendors apart, where the campaign has none yet. It is made of the type `select`, and searchable.
         * @example {
         *       "label": "Source"
         *     }
         */
        VendorField: {
            label: components["schemas"]["Label"];
            /** @description Left out, it is made from the label. */
            key?: string;
            /** @description Key of a select whose options it offers. Left out, a select is made with it, of the same name. */
            select?: string;
        };
        /**
         * @description A vendor to take in. Either `field` or `new_field` says by what vendors are identified.
         * @example {
         *       "label": "Vendor XYZ",
         *       "field": "source",
         *       "permission": "read_write"
         *     }
         */
        VendorCreate: {
            label: components["schemas"]["Label"];
            /** @description Key of the field that tells vendors apart; of the type `select`. */
            field?: string;
            new_field?: components["schemas"]["VendorField"];
            /** @description Value of an option that the select has already; an archived one is offered again. Left out, an option is made from the label. */
            option?: string;
            permission: components["schemas"]["Permission"];
            expires_at?: components["schemas"]["ExpiresAt"];
        };
        /** @description What the vendor has. The secret of the token is told by `revealToken`. */
        Vendor: {
            field: components["schemas"]["Field"];
            option: components["schemas"]["Option"];
            filter: components["schemas"]["Filter"];
            token: components["schemas"]["Token"];
        };
        /**
         * @description A token to create that reaches every campaign of the account, also those to come.
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
         * @description What changes; what is not named stays as it is.
         * @example {
         *       "paused": true
         *     }
         */
        TokenUpdate: {
            name?: components["schemas"]["Label"];
            permission?: components["schemas"]["Permission"];
            /**
             * Format: uuid
             * @description Another filter of the token's campaign. A token of the whole campaign can be tied to a filter; one that is tied never turns wider again, so `null` is refused for it.
             */
            filter_id?: string | null;
            expires_at?: components["schemas"]["ExpiresAt"];
            rate_limit?: components["schemas"]["RateLimitInput"];
            notes?: components["schemas"]["Notes"];
            /** @description Whether it is refused for the time being. */
            paused?: boolean;
        };
        /** @description The token itself. Whoever has it can use it. */
        Secret: {
            /** @description What is sent in the header `Authorization: Bearer lsp_…`. */
            secret: string;
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
        /** @description One request, and the status it got. */
        TokenRequest: {
            /**
             * Format: date-time
             * @description When it came, in UTC with milliseconds.
             */
            at: string;
            /** @description Slug of the campaign. */
            campaign: string;
            /** @description The `operationId` in the Lead API; `null` where no operation has such an address or method. */
            operation: string | null;
            /**
             * Format: int64
             * @description The HTTP status of the response.
             */
            status: number;
            /** @description The problem's `code`; `null` where there was no problem. */
            code: string | null;
            /** @description What was wrong with the input, at most 20; empty where nothing was. */
            errors: components["schemas"]["LoggedError"][];
            /**
             * Format: uuid
             * @description Id of the lead that it wrote, of several the first; `null` where it wrote none. Of each token the first 100 requests of a second are told with it.
             */
            lead: string | null;
            /** @description The request id, as in `X-Request-Id` of the response. */
            request_id: string;
            /**
             * Format: int64
             * @description From the request to the end of its response, in milliseconds.
             */
            duration_ms: number;
        };
        /** @description One page of the requests of a token, and where the next one begins. */
        TokenRequestList: {
            /** @description The requests of this page, newest first. */
            data: components["schemas"]["TokenRequest"][];
            /** @description Send it as `cursor` for the next page; `null` on the last one. */
            next_cursor: string | null;
        };
        /**
         * @description How the old secret ends.
         * @example {
         *       "grace_seconds": 3600
         *     }
         */
        RotateRequest: {
            /**
             * Format: int64
             * @description For how long the old secret stays valid, at most 7 days. Left out or 0: it ends at once.
             */
            grace_seconds?: number;
        };
        /**
         * @description What was done, as the kind of thing and a verb. Later versions may know more.
         * @enum {string}
         */
        AuditAction: "account.create" | "account.update" | "member.create" | "member.invite" | "member.accept_invitation" | "member.update" | "member.remove" | "member.reset_password" | "session.create" | "session.change_password" | "session.end" | "campaign.create" | "campaign.update" | "campaign.archive" | "campaign.unarchive" | "campaign.delete" | "campaign.restore" | "campaign.announce_change" | "campaign.move_change" | "campaign.withdraw_change" | "campaign.fail_change" | "field.create" | "field.update" | "field.delete" | "field.order" | "select.create" | "select.update" | "select.add_options" | "select.order_options" | "option.create" | "option.update" | "option.archive" | "status.create" | "status.update" | "status.delete" | "status.order" | "duplicate_rule.update" | "filter.create" | "filter.update" | "filter.delete" | "vendor.create" | "token.create" | "token.update" | "token.pause" | "token.resume" | "token.reveal" | "token.rotate" | "token.end_previous_secret" | "token.rotate_docs_url" | "token.revoke" | "lead.create" | "lead.update" | "lead.delete" | "lead.export";
        /**
         * @description The kind of thing that something was done to. Later versions may know more.
         * @enum {string}
         */
        AuditObjectKind: "account" | "member" | "campaign" | "field" | "select" | "option" | "status" | "duplicate_rule" | "filter" | "vendor" | "token" | "lead";
        /**
         * @description Something that was done.
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
             * @description When.
             */
            at: string;
            /** @description By whom. */
            actor: {
                /**
                 * Format: uuid
                 * @description Id of the member; `null` for the system.
                 */
                id: string | null;
                /** @description The name that the member had then; `null` for the system. */
                name: string | null;
                /**
                 * @description A member, or a command of whoever runs the installation.
                 * @enum {string}
                 */
                kind: "member" | "system";
            };
            action: components["schemas"]["AuditAction"];
            /** @description To what. */
            object: {
                kind: components["schemas"]["AuditObjectKind"];
                /** @description Its id, key, value or slug. */
                id: string | null;
                /** @description The name or label that it had then; `null` for a lead. */
                name: string | null;
                /** @description Whether it is still there. */
                exists: boolean;
            };
            /** @description Slug of the campaign that it belongs to; `null` where it belongs to none. */
            campaign: string | null;
            /** @description The name that this campaign has now; `null` where it belongs to none, or the campaign was deleted. */
            campaign_name: string | null;
            /** @description What else is known, such as what changed. Never a secret, and never a value of a lead. */
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
            /** @description Where the next page begins; `null` on the last. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request cannot be understood; `code` is `malformed_body`, `invalid_parameter`, `invalid_header` or, where there are pages, `invalid_cursor`. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No session, or one that has ended; `code` is `not_signed_in`. An API token is no session. */
        NotSignedIn: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address does not offer the method; `code` is `method_not_allowed`. `Allow` lists the methods that it offers. */
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
        /** @description Too many wrong passwords for this member or from this address; `code` is `rate_limited`. Or too many requests at the same time; `code` is `too_many_in_flight`. */
        RateLimited: {
            headers: {
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
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A mistake of the service; `code` is `internal_error`. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is away for the moment; `code` is `unavailable`. Repeat after `Retry-After` seconds. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no member with this e-mail address and this password; `code` is `wrong_credentials`. */
        WrongCredentials: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request was sent by a page of another origin; `code` is `cross_origin`. */
        CrossOrigin: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over 1 MiB or 50,000 values, a list in it over 10,000 entries, or an object over 5,000 members; `code` is `body_too_large`. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Content-Type` or `Content-Encoding` is not one that is taken; `code` is `unsupported_media_type`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description One or more values are missing, unknown, or not allowed; `code` is `invalid_request`, and `errors` lists every one. Nothing was changed. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in (`not_signed_in`), or the password is not yours (`wrong_credentials`). */
        WrongPassword: {
            headers: {
                "WWW-Authenticate": components["headers"]["ChallengeSession"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing in your account; `code` is `not_found`. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your role does not allow it (`insufficient_role`), or a page of another origin asked (`cross_origin`). */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A member has the e-mail address, in whichever account; `code` is `already_exists`. */
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
        /** @description There is no such invitation: it was accepted, replaced, withdrawn, or has expired; `code` is `not_found`. */
        NoInvitation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists, or has existed and its key is spent (`already_exists`), or the definition was changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        AlreadyExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The definition was changed since the revision in `If-Match`; `code` is `stale`. Nothing was changed. */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Other things depend on it (`in_use`): `used_by` names the filters and tokens, `leads` counts the leads. Or the definition was changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        InUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the operation itself would refuse: it exists already (`already_exists`), or other things depend on it (`in_use`, with `used_by`). Or the definition was changed since the revision in `If-Match` (`stale`). Nothing was changed. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another lead has the `external_id` (`external_id_taken`), the lead is a duplicate (`duplicate_lead`), or a request under the same `Idempotency-Key` is still being carried out (`idempotency_in_progress`). */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A repeat of a write whose lead has been erased since; `code` is `lead_erased`. */
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
        /** @description The lead is not as `If-Match` or `If-None-Match` asks; `code` is `precondition_failed`. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Your role does not allow it (`insufficient_role`), the last sign-in or confirmation is more than 15 minutes old (`confirmation_required`), or a page of another origin asked (`cross_origin`). */
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
        /** @description Which campaigns are listed. */
        CampaignStateParam: "active" | "archived" | "all";
        /**
         * @description Slug of the campaign.
         * @example solar-dk
         */
        SlugParam: string;
        /**
         * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
         * @example "7"
         */
        IfMatchParam: string;
        /**
         * @description Key of a field.
         * @example source
         */
        DependentFieldParam: string;
        /** @description Key of a select; `option` says which of its options. */
        DependentSelectParam: string;
        /** @description Value of an option of `select`. */
        DependentOptionParam: string;
        /** @description Key of a status. */
        DependentStatusParam: string;
        /** @description Id of a filter. */
        DependentFilterParam: string;
        /**
         * @description Words, in any order and case: only revisions that have each of them in their number, in the name of who made them, or in the sentences and classes of their changes. One request looks through 100 revisions at the most, so a page may have fewer than `limit`, or none, and still a `next_cursor`.
         * @example zip required
         */
        RevisionSearchParam: string;
        /**
         * @description Revisions on a page, 20 when absent.
         * @example 20
         */
        RevisionLimitParam: number;
        /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
        CursorParam: string;
        /**
         * @description Number of the revision.
         * @example 7
         */
        RevisionNumberParam: number;
        /**
         * @description Number of the revision that it is compared with, older or newer.
         * @example 5
         */
        WithParam: number;
        /** @description `true`: remove it although filters use it. Tokens with these filters go on reading as before; where the filter asks for what is gone, no lead can be created with them (403 `scope_closed`). */
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
         * @description Key of the status that the leads with the removed status are given.
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
        /** @description Leads with one of these statuses, separated by commas, or the name repeated, also as `status[]`. */
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
        /** @description The order; `-` means newest first. `-created_at` when absent. */
        SortParam: "-created_at" | "created_at" | "-updated_at" | "updated_at";
        /**
         * @description Leads on a page, 50 when absent.
         * @example 50
         */
        LimitParam: number;
        /**
         * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are taken too.
         * @example true
         */
        DryRunParam: boolean;
        /**
         * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Send the same request with the same key again within 24 hours, and it is written once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
         * @example 5f3c1b0e-9a42-4c8f-8a39-0d6a4b7c1e55
         */
        IdempotencyKeyParam: string;
        /** @description `true`: count to the end, for up to ten seconds. */
        ExactlyParam: boolean;
        /** @description `true`: for a spreadsheet, with a byte order mark, and with the separator and the decimal sign that you chose (`updateSession`); times are in your time zone, or in UTC where you chose none, as `2026-11-30 14:05:09`, which spreadsheets take for times. Otherwise the file has no mark, commas, decimal points, and times as RFC 3339 in UTC. */
        SpreadsheetParam: boolean;
        /**
         * @description Id of the lead, a UUID.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a80
         */
        LeadIdParam: string;
        /**
         * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes.
         * @example "7"
         */
        LeadIfMatchParam: string;
        /**
         * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). When one is current, the response is 304 without a body. A tag also changes when the document does.
         * @example "7-x3Kd0Q9a"
         */
        IfNoneMatchReadParam: string;
        /**
         * @description `*`: only if there is no such lead yet. Or one or more `ETag`s of the lead: only if none of them is current (RFC 9110, 13.1.2). Else the response is 412, and nothing changes.
         * @example *
         */
        IfNoneMatchParam: string;
        /**
         * @description Entries on a page, 50 when absent.
         * @example 50
         */
        HistoryLimitParam: number;
        /** @description How many days, today among them. */
        DaysParam: number;
        /**
         * @description Id of the token.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
         */
        TokenIdParam: string;
        /**
         * @description Only requests that were accepted, that were refused (status 400 and above), or that wrote a lead (`wrote`).
         * @example refused
         */
        OutcomeParam: "accepted" | "refused" | "wrote";
        /**
         * @description Entries on a page, 50 when absent.
         * @example 50
         */
        RequestLimitParam: number;
        /**
         * @description Id of the member who acted.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a82
         */
        ActorParam: string;
        /**
         * @description What was done.
         * @example token.reveal
         */
        ActionParam: components["schemas"]["AuditAction"];
        /**
         * @description To what kind of thing it was done.
         * @example token
         */
        ObjectKindParam: components["schemas"]["AuditObjectKind"];
        /**
         * @description To which thing, by its `object.id`; best with `object_kind`, for keys of different kinds may be equal.
         * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
         */
        ObjectIdParam: string;
        /**
         * @description In which campaign, by its slug.
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
         * @description Entries on a page, 50 when absent.
         * @example 50
         */
        AuditLimitParam: number;
        /**
         * @description `*` (RFC 9110, 13.1.1). The tag of a document is weak, and `If-Match` compares strongly: any tag gets 412.
         * @example *
         */
        DocumentIfMatchParam: string;
        /**
         * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). When one of them is current, the response is 304 without a body.
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
         * @description The methods that the address offers.
         * @example GET, HEAD, PATCH, DELETE
         */
        Allow: string;
        /**
         * @description Seconds to wait before the request is repeated.
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
         * @description The campaign's revision, as a strong tag. Send it in `If-Match` with the change that you make from it.
         * @example "7"
         */
        RevisionETag: string;
        /**
         * @description With `dry_run=true`: what the write would have done. Nothing was written. `batch` stands for a batch, whose results tell it for each item.
         * @example create
         */
        DryRun: "create" | "update" | "delete" | "nothing" | "batch";
        /**
         * @description A strong tag that begins with the version of the lead, for `If-Match` and `If-None-Match`.
         * @example "7-x3Kd0Q9a"
         */
        ETag: string;
        /**
         * @description Changes whenever the document does. Send it in `If-None-Match`.
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
            /** @description Who is signed in. */
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
        /** @description Who signs in. */
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionUpdate"];
            };
        };
        responses: {
            /** @description Who is signed in, as it is now. */
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
        /** @description The old password and the new one. */
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
            /** @description They have ended. */
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
            /** @description It has ended. */
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdate"];
            };
        };
        responses: {
            /** @description The account as it is now. */
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
            /** @description The account as it is now. */
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
            /** @description There is no logo any more. */
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberUpdate"];
            };
        };
        responses: {
            /** @description The member as it is now. */
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
            /** @description Accepted, and signed in. */
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
                /** @description Which campaigns are listed. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignUpdate"];
            };
        };
        responses: {
            /** @description The campaign as it is now. */
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
                /** @description Key of a select; `option` says which of its options. */
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
            /** @description What depends on it. */
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
                 * @description Words, in any order and case: only revisions that have each of them in their number, in the name of who made them, or in the sentences and classes of their changes. One request looks through 100 revisions at the most, so a page may have fewer than `limit`, or none, and still a `next_cursor`.
                 * @example zip required
                 */
                q?: components["parameters"]["RevisionSearchParam"];
                /**
                 * @description Revisions on a page, 20 when absent.
                 * @example 20
                 */
                limit?: components["parameters"]["RevisionLimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
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
                 * @description Number of the revision that it is compared with, older or newer.
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
            /** @description What is different. */
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
                /** @description `true`: remove it although filters use it. Tokens with these filters go on reading as before; where the filter asks for what is gone, no lead can be created with them (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
            /** @description The revision that was made, with what it changed; the current one, where there is nothing to restore. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes, and when. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
            /** @description It was withdrawn. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What is different. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedChangeUpdate"];
            };
        };
        responses: {
            /** @description The announced change as it is now. */
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
            /** @description What it would mean. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                /** @description `true`: remove it although filters use it. Tokens with these filters go on reading as before; where the filter asks for what is gone, no lead can be created with them (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldUpdate"];
            };
        };
        responses: {
            /** @description The field as it is now. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectUpdate"];
            };
        };
        responses: {
            /** @description The select as it is now. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                /** @description `true`: remove it although filters use it. Tokens with these filters go on reading as before; where the filter asks for what is gone, no lead can be created with them (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionUpdate"];
            };
        };
        responses: {
            /** @description The option as it is now. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                /** @description `true`: remove it although filters use it. Tokens with these filters go on reading as before; where the filter asks for what is gone, no lead can be created with them (403 `scope_closed`). */
                force?: components["parameters"]["ForceParam"];
                /**
                 * @description Key of the status that the leads with the removed status are given.
                 * @example contacted
                 */
                move_to?: components["parameters"]["MoveToParam"];
            };
            header?: {
                /**
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusUpdate"];
            };
        };
        responses: {
            /** @description The status as it is now. */
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
            /** @description The rule. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description The rule. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DuplicateRuleInput"];
            };
        };
        responses: {
            /** @description The rule as it is now. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
            /** @description What it matches. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterUpdate"];
            };
        };
        responses: {
            /** @description The filter as it is now. */
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
                /** @description Leads with one of these statuses, separated by commas, or the name repeated, also as `status[]`. */
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
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are taken too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Send the same request with the same key again within 24 hours, and it is written once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                     * @description Tag of the lead as it is now, for `If-Match` and `If-None-Match`. A dry run has none.
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
                /** @description Leads with one of these statuses, separated by commas, or the name repeated, also as `status[]`. */
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
                /** @description Leads with one of these statuses, separated by commas, or the name repeated, also as `status[]`. */
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
                /** @description `true`: for a spreadsheet, with a byte order mark, and with the separator and the decimal sign that you chose (`updateSession`); times are in your time zone, or in UTC where you chose none, as `2026-11-30 14:05:09`, which spreadsheets take for times. Otherwise the file has no mark, commas, decimal points, and times as RFC 3339 in UTC. */
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
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
                /**
                 * @description The `ETag` of the lead that you have, or several (RFC 9110, 13.1.2). When one is current, the response is 304 without a body. A tag also changes when the document does.
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
            /** @description The client has the lead as it is now, as `If-None-Match` says. */
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
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are taken too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
                /**
                 * @description `*`: only if there is no such lead yet. Or one or more `ETag`s of the lead: only if none of them is current (RFC 9110, 13.1.2). Else the response is 412, and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Send the same request with the same key again within 24 hours, and it is written once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                 * @description `true` validates the write without saving. The response is that of the write, with the header `Dry-Run`. `1` and `0` are taken too.
                 * @example true
                 */
                dry_run?: components["parameters"]["DryRunParam"];
            };
            header?: {
                /**
                 * @description One or more `ETag`s of the lead, or `*` (RFC 9110, 13.1.1). When the lead is at none of these versions, the answer is 412 and nothing changes.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["LeadIfMatchParam"];
                /**
                 * @description `*`: only if there is no such lead yet. Or one or more `ETag`s of the lead: only if none of them is current (RFC 9110, 13.1.2). Else the response is 412, and nothing changes.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatchParam"];
                /**
                 * @description A key of your choice for this one write, such as a UUID: 1 to 255 visible ASCII characters, with or without quotes. Send the same request with the same key again within 24 hours, and it is written once: you get the first response, marked `Idempotency-Replayed: true`. Failed requests are not remembered: fix and send again with the same key.
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
                    /** @description Tag of the lead as it is now, for `If-Match` and `If-None-Match`. A dry run has none. */
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
                /** @description How many days, today among them. */
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
                 * @description The `ETag` of the definition that the change is made from, several, or `*` (RFC 9110, 13.1.1). When the campaign has moved on since, nothing is changed and the response is 409 `stale`. Without it the change is made to whatever the definition is now.
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
            /** @description What the vendor has. */
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
                /** @description How many days, today among them. */
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
        /** @description What changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenUpdate"];
            };
        };
        responses: {
            /** @description The token as it is now. */
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
        /** @description What would change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenUpdate"];
            };
        };
        responses: {
            /** @description What it would mean. */
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
                 * @description Only requests that were accepted, that were refused (status 400 and above), or that wrote a lead (`wrote`).
                 * @example refused
                 */
                outcome?: components["parameters"]["OutcomeParam"];
                /**
                 * @description Entries on a page, 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["RequestLimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
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
        /** @description How the old secret ends. */
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
                 * @description What was done.
                 * @example token.reveal
                 */
                action?: components["parameters"]["ActionParam"];
                /**
                 * @description To what kind of thing it was done.
                 * @example token
                 */
                object_kind?: components["parameters"]["ObjectKindParam"];
                /**
                 * @description To which thing, by its `object.id`; best with `object_kind`, for keys of different kinds may be equal.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                object?: components["parameters"]["ObjectIdParam"];
                /**
                 * @description In which campaign, by its slug.
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
                 * @description Entries on a page, 50 when absent.
                 * @example 50
                 */
                limit?: components["parameters"]["AuditLimitParam"];
                /** @description `next_cursor` of the page before. Send it with the same filters and `sort`; `limit` may differ. */
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
                 * @description What was done.
                 * @example token.reveal
                 */
                action?: components["parameters"]["ActionParam"];
                /**
                 * @description To what kind of thing it was done.
                 * @example token
                 */
                object_kind?: components["parameters"]["ObjectKindParam"];
                /**
                 * @description To which thing, by its `object.id`; best with `object_kind`, for keys of different kinds may be equal.
                 * @example 0190a3c2-7b1e-7c3d-9f00-2c5d1e6b7a81
                 */
                object?: components["parameters"]["ObjectIdParam"];
                /**
                 * @description In which campaign, by its slug.
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
                /** @description `true`: for a spreadsheet, with a byte order mark, and with the separator and the decimal sign that you chose (`updateSession`); times are in your time zone, or in UTC where you chose none, as `2026-11-30 14:05:09`, which spreadsheets take for times. Otherwise the file has no mark, commas, decimal points, and times as RFC 3339 in UTC. */
                spreadsheet?: components["parameters"]["SpreadsheetParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, to the end of the answer. */
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
                 * @description `*` (RFC 9110, 13.1.1). The tag of a document is weak, and `If-Match` compares strongly: any tag gets 412.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["DocumentIfMatchParam"];
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). When one of them is current, the response is 304 without a body.
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
            /** @description The client has the document as it is now, as `If-None-Match` says. */
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
                 * @description `*` (RFC 9110, 13.1.1). The tag of a document is weak, and `If-Match` compares strongly: any tag gets 412.
                 * @example *
                 */
                "If-Match"?: components["parameters"]["DocumentIfMatchParam"];
                /**
                 * @description The `ETag` of the document that you have, or several (RFC 9110, 13.1.2). When one of them is current, the response is 304 without a body.
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
            /** @description The client has the document as it is now, as `If-None-Match` says. */
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
