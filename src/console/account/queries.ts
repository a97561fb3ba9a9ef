/** Queries for the account: its members, the member's own sessions, and the audit log. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask, type Shape } from '../api/client.ts';

export type ListedMember = Shape<'ListedMember'>;

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }) => (await ask(api.GET('/members', { signal }))).data,
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await ask(api.GET('/sessions', { signal }))).data,
});

export const logoQuery = queryOptions({
  queryKey: ['logo'],
  queryFn: ({ signal }) => ask(api.GET('/account/logo', { signal })),
});

export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) => ask(api.GET('/invitations/{secret}', { params: { path: { secret } }, signal })),
    gcTime: 0,
  });

/** Filters under the API's names, as in the address. */
export type AuditSearch = Readonly<Record<string, string>>;

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/audit', {
          params: {
            query: { ...(search as object), limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
