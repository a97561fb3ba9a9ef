/**
 * Problems in the console's own words, by code: what happened, and what to do. Only for codes whose meaning is always the
 * same.
 */
export const problemWords: Readonly<Record<string, string>> = {
  not_found: 'This no longer exists, or the address is wrong. Reload the page.',
  not_signed_in: 'You are signed out. Sign in again.',
  wrong_credentials: 'The e-mail address or the password is wrong.',
  cross_origin: 'The request came from another site. Open the console in a tab of its own.',
  too_many_in_flight: 'The server is busy with other requests of yours. Try again.',
  request_timeout: 'The request took too long to arrive. Try again.',
  body_too_large: 'This is too large to be sent.',
  precondition_failed: 'This lead was changed meanwhile. Reload it, and make your change again.',
  stale: 'Somebody else has changed the campaign meanwhile. Reload the page, and make your change again.',
  external_id_taken: 'Another lead has this external id.',
  unavailable: 'The service is not available at the moment. Try again.',
  internal_error:
    'Something went wrong on the server. Try again; if it happens again, tell the person who runs Leadspec.',
};
