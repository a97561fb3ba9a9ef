/**
 * How answers are kept: shown at once when a page is opened again, and asked for again behind it. Nothing waits for the network
 * to come back: what cannot be sent now fails now, so that what somebody gave up never happens later.
 */
import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 5_000,
      // What the server has judged it judges the same again; a connection may come back.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});
