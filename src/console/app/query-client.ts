/**
 * How answers are cached: a page that is opened again shows the cached answer at once and reads it again in the background.
 * No request waits for the network to come back: it fails now, so that it is not sent after the member has given up.
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
      // The server would refuse the same request again, so only a failed connection is retried.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});
