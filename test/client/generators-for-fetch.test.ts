/**
 * Vendors' clients for `fetch`, made as `docs/clients.md` says: without a warning, of documents that compile strictly, and with each call
 * right. The generators for axios are in a file of their own, so that two workers share them.
 */
import { judgeClients } from './judge.ts';

judgeClients([
  { heading: 'openapi-typescript', program: 'openapi-typescript' },
  { heading: 'hey-api', program: 'hey-api', own: /\/client\/(client|core)\// },
  { heading: 'orval for fetch', program: 'orval' },
  // Its one file holds its run time as well.
  { heading: 'swagger-typescript-api', program: 'swagger-typescript-api', own: /\/Api\.ts/ },
  // The options of a request, in each of its functions.
  { heading: 'oazapfts', program: 'oazapfts', own: /FetchRequestOpts/ },
]);
