/** Queries for the session: the signed-in member, sign-in and sign-out. */
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask, askToSignIn, type Shape } from '../api/client.ts';
import { Problem } from '../api/problem.ts';

export type Session = Shape<'Session'>;
export type Role = Session['member']['role'];

/** `null` if nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal, client }): Promise<Session | null> => {
    const before = client.getQueryData<Session | null>(['session']);
    const now = await readSession(signal, before ? askToSignIn : undefined);
    // Another member has signed in in another tab, so the data of the previous member must go.
    if (before && now && now.member.id !== before.member.id) window.location.assign('/console');
    return now;
  },
  staleTime: 60_000,
  // The member may have been signed out, or given another role, while another tab was in front.
  refetchOnWindowFocus: 'always',
});

/** `again` asks the member to sign in in place. Without effect if nobody was signed in before. */
async function readSession(signal: AbortSignal, again?: () => Promise<boolean>): Promise<Session | null> {
  try {
    return await ask(api.GET('/session', { signal }));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    if (!again) return null;
    // If the session has ended, the page stays as it is. Its next request asks to sign in again.
    if (!(await again())) throw error;
    return readSession(signal);
  }
}

export const signIn = (credentials: Shape<'Credentials'>) => ask(api.POST('/session', { body: credentials }));
export const signOut = () => ask(api.DELETE('/session'));
export const confirmSession = (password: string) => ask(api.POST('/session/confirm', { body: { password } }));

/** The member. Only for routes that need one. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** Another member may sign in, so all cached data is dropped. */
export function useSignedIn() {
  const client = useQueryClient();
  return (session: Session) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.setQueryData(sessionQuery.queryKey, session);
  };
}
