/** How answers are kept: shown at once when a page is opened again, and asked for anew behind it. */
import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server has judged it judges the same again; a connection may come back.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});
